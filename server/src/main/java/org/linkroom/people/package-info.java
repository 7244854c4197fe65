/// Adults: who they are, how they sign in, what their devices hold.
@NullMarked
package org.linkroom.people;

import org.jspecify.annotations.NullMarked;
