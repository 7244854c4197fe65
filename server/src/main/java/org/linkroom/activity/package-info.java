/// What people do in a lesson: the run plan with its segments, and one file an activity, each with
/// its records, its commands and its rules. Pure: no room, no clock, no wire.
@NullMarked
package org.linkroom.activity;

import org.jspecify.annotations.NullMarked;
