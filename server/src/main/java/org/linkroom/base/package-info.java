/// Words and limits used everywhere.
@NullMarked
package org.linkroom.base;

import org.jspecify.annotations.NullMarked;
