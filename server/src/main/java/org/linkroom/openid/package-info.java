/// Signing in with an account that somebody has elsewhere, by OpenID Connect: an issuer's word for
/// her mail address in place of a mail to it.
@NullMarked
package org.linkroom.openid;

import org.jspecify.annotations.NullMarked;
