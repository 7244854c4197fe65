/// How pictures and sound travel, behind one interface.
@NullMarked
package org.linkroom.video;

import org.jspecify.annotations.NullMarked;
