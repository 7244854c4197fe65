/// Real servers for a machine that has none: PostgreSQL and Redis, found again by the next run.
@NullMarked
package org.linkroom.embedded;

import org.jspecify.annotations.NullMarked;
