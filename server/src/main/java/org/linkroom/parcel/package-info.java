/// Parcels: what one class of a link sends the other, approved by its own adult. Pictures and
/// sounds lose on the way in what is hidden in them.
@NullMarked
package org.linkroom.parcel;

import org.jspecify.annotations.NullMarked;
