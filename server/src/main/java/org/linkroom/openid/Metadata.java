package org.linkroom.openid;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an issuer says of itself (OpenID Connect Discovery 1.0, section 3).
///
/// @param userInfo empty if it has none
record Metadata(String authorize, String token, String keys, String userInfo) {
  /// @throws Unvouched if it is another's, or names an address that is not safe to ask
  static Metadata of(Issuer issuer, JsonObject said) {
    if (!issuer.url().equals(said.getValue("issuer"))) {
      throw Unvouched.disorder("metadata-issuer");
    }
    return new Metadata(
        address(issuer, said, "authorization_endpoint"),
        address(issuer, said, "token_endpoint"),
        address(issuer, said, "jwks_uri"),
        said.containsKey("userinfo_endpoint") ? address(issuer, said, "userinfo_endpoint") : "");
  }

  private static String address(Issuer issuer, JsonObject said, String name) {
    if (said.getValue(name) instanceof String url && issuer.mayAsk(url)) {
      return url;
    }
    throw Unvouched.disorder(name);
  }

  /// What the browser brings along.
  static String query(Issuer issuer, Map<String, String> ours) {
    var all = new TreeMap<>(ours);
    all.put("client_id", issuer.clientId());
    all.put("response_type", "code");
    all.put("scope", "openid email");
    all.put("code_challenge_method", "S256");
    if (!issuer.prompt().isEmpty()) {
      all.put("prompt", issuer.prompt());
    }
    return form(all);
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + percent(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
