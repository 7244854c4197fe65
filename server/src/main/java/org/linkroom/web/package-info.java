/// The HTTP door: pages and forms. A handler class a feature; each route states who may call it.
@NullMarked
package org.linkroom.web;

import org.jspecify.annotations.NullMarked;
