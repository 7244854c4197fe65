/// A live room: what it is, what may change it, and what each audience may see of it.
@NullMarked
package org.linkroom.room;

import org.jspecify.annotations.NullMarked;
