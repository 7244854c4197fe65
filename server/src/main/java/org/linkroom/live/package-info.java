/// The live door: sockets of pages, admitted by a pass, each with a bounded outbox.
@NullMarked
package org.linkroom.live;

import org.jspecify.annotations.NullMarked;
