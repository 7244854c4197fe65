/// Linkroom: where linked school classes do things live.
@NullMarked
package org.linkroom;

import org.jspecify.annotations.NullMarked;
