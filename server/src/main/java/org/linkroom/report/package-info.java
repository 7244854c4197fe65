/// What was held, by whom and for how long: attendance, figures, and what goes out of the house as
/// a table or on paper; and what comes in as a table.
@NullMarked
package org.linkroom.report;

import org.jspecify.annotations.NullMarked;
