/// A whole network from one table: a file of schools, classes, adults and links, what becomes of
/// each of its lines, and the bringing in of what was shown.
@NullMarked
package org.linkroom.intake;

import org.jspecify.annotations.NullMarked;
