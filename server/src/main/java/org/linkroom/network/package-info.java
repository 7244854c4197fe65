/// Programmes, schools, classes and the links between them.
@NullMarked
package org.linkroom.network;

import org.jspecify.annotations.NullMarked;
