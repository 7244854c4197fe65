/// Coming in: codes, tokens and passes that bring a device or a cover adult into one session.
@NullMarked
package org.linkroom.entry;

import org.jspecify.annotations.NullMarked;
