/// The facilitator's day: which class needs her now, who asked for help, which links have gone
/// quiet.
@NullMarked
package org.linkroom.day;

import org.jspecify.annotations.NullMarked;
