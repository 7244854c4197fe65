/// The rules no host can switch off: concerns, the audit log.
@NullMarked
package org.linkroom.safety;

import org.jspecify.annotations.NullMarked;
