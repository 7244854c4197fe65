/// The connection to PostgreSQL: its pool, its migrations, its statements.
@NullMarked
package org.linkroom.records;

import org.jspecify.annotations.NullMarked;
