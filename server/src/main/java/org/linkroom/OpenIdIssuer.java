package org.linkroom;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linkroom.network.Choices;
import org.linkroom.openid.Issuer;

/// One issuer of OpenID Connect, as the settings have it.
///
/// @param domains mail domains, comma-separated
public record OpenIdIssuer(
    String name,
    String issuer,
    String clientId,
    String clientSecret,
    String domains,
    String prompt) {
  private static final Pattern URL =
      Pattern.compile(
          "https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[^\\s?#]*)?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?(/[^\\s?#]*)?");

  private static final String MICROSOFT = "https://login.microsoftonline.com/";

  /// An id of one school's or trust's own tenant, and not the one of everybody's private accounts.
  private static final Pattern TENANT =
      Pattern.compile(
          "(?!9188040d-6c67-4c5b-b112-36a304b66dad)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/v2\\.0");

  /// @param key where it stands in the settings
  /// @throws IllegalArgumentException with a sentence
  void check(String key) {
    Settings.check(
        !name.isBlank() && name.length() <= 40,
        key + ".name must be what people know it by, 40 characters at most");
    Settings.check(
        URL.matcher(issuer).matches(),
        key + ".issuer must be an address such as https://accounts.google.com");
    Settings.check(!clientId.isBlank(), key + ".clientId must be set, as the issuer gave it");
    Settings.check(
        !clientSecret.isBlank(), key + ".clientSecret must be set, as the issuer gave it");
    Settings.check(
        domainSet().stream().allMatch(domain -> domain.matches(Choices.DOMAIN)),
        key + ".domains must be mail domains such as hilltop.example, comma-separated");
    Settings.check(
        prompt.matches("[a-z_]{0,30}"),
        key + ".prompt must be a word such as select_account, or empty");
    if (issuer.startsWith(MICROSOFT)) {
      Settings.check(
          TENANT.matcher(issuer.substring(MICROSOFT.length())).matches(),
          key + ".issuer must name one tenant by its id: " + MICROSOFT + "TENANT-ID/v2.0");
      Settings.check(
          !domainSet().isEmpty(),
          key + ".domains must be set, for Microsoft does not say that an address is verified");
    }
  }

  private Set<String> domainSet() {
    return Stream.of(domains.split(","))
        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
        .filter(domain -> !domain.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// As pages know it.
  Issuer issuer(String key) {
    return new Issuer(key, name, issuer, clientId, clientSecret, domainSet(), prompt);
  }
}
