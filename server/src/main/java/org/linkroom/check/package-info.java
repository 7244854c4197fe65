/// Whether a classroom's device and its school's network will do, and what to do where not.
@NullMarked
package org.linkroom.check;

import org.jspecify.annotations.NullMarked;
