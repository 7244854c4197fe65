/// The connection to Redis: commands, scripts, subscriptions.
@NullMarked
package org.linkroom.redis;

import org.jspecify.annotations.NullMarked;
