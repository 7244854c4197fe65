/// What a calendar is told: invitations and their changes by mail, reminders, and a feed of one's
/// own that a calendar program reads.
@NullMarked
package org.linkroom.calendar;

import org.jspecify.annotations.NullMarked;
