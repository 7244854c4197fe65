package org.linkroom.openid;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody whose word for a mail address is taken, as the settings name it.
///
/// @param key how our addresses name it
/// @param name how people know it
/// @param url its issuer identifier, to the letter (OpenID Connect Discovery 1.0, section 3)
/// @param domains the mail domains that it speaks for; empty for every address that it says it has
///     verified
/// @param prompt what it is to ask her (OpenID Connect Core 1.0, section 3.1.2.1); empty for
/// nothing
public record Issuer(
    String key,
    String name,
    String url,
    String clientId,
    String clientSecret,
    Set<String> domains,
    String prompt) {

  /// Tell whether its word for an address is taken. One that speaks for domains of its own need not
  /// say that it has verified an address of theirs, as Microsoft does not, but must not deny it.
  ///
  /// @param verified what it says of that: true, false, or null for nothing
  boolean vouches(String email, @Nullable Object verified) {
    boolean says = Boolean.TRUE.equals(verified) || "true".equals(verified);
    if (domains.isEmpty()) {
      return says;
    }
    String domain = email.substring(email.lastIndexOf('@') + 1);
    return domains.contains(domain) && (verified == null || says);
  }

  /// Its host, for whoever lets it through a school's filter.
  public String host() {
    return URI.create(url).getHost();
  }

  /// Tell whether an address of the issuer's may be asked: encrypted, unless the issuer itself is
  /// on this machine.
  boolean mayAsk(String endpoint) {
    return endpoint.startsWith("https://")
        || (url.startsWith("http://") && endpoint.startsWith("http://"));
  }

  /// Keeps the secret out of whatever prints an issuer.
  @Override
  public String toString() {
    return key;
  }
}
