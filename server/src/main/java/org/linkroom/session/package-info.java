/// Live sessions: planned, agreed, opened and ended on time, and what is known of them after.
@NullMarked
package org.linkroom.session;

import org.jspecify.annotations.NullMarked;
