/// The words of the live wire: who speaks, what is refused, why a connection ends.
@NullMarked
package org.linkroom.protocol;

import org.jspecify.annotations.NullMarked;
