/// From year to year: each half year a school says who its adults are, and each summer its classes
/// and links go over into the school year to come.
@NullMarked
package org.linkroom.year;

import org.jspecify.annotations.NullMarked;
