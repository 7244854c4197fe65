package org.linkroom.video;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.linkroom.base.Id;
import org.linkroom.protocol.Pass;

/// Browser to browser, for the few devices of a link-up. Credentials for the relay are made as
/// coturn's use-auth-secret reads them (draft-uberti-behave-turn-rest): the name is the second at
/// which they expire and the device, the password the HMAC-SHA1 of it.
///
/// @param urls STUN and TURN addresses
/// @param relayOnly whether media always go by the relay, so that schools do not learn each other's
///     addresses
public record DirectVideo(List<String> urls, String secret, Duration life, boolean relayOnly)
    implements VideoProvider {

  /// How long a check of a device may use the relay: long enough to reach it, too short to be used.
  private static final Duration CHECK = Duration.ofMinutes(1);

  @Override
  public ObjectNode grant(Pass pass, Instant now) {
    return grant(pass.device(), now.plus(life));
  }

  /// The same for a check of whether the relay is reached, by whoever makes one.
  public ObjectNode check(Id by, Instant now) {
    return grant(by, now.plus(CHECK));
  }

  private ObjectNode grant(Id device, Instant until) {
    var grant =
        JsonNodeFactory.instance
            .objectNode()
            .put("provider", "direct")
            .put("relayOnly", relayOnly)
            .put("until", until.toEpochMilli());
    var ice = grant.putArray("ice");
    if (!urls.isEmpty()) {
      var server = ice.addObject();
      var addresses = server.putArray("urls");
      urls.forEach(addresses::add);
      if (!secret.isEmpty()) {
        String user = until.getEpochSecond() + ":" + device;
        server.put("username", user).put("credential", password(user));
      }
    }
    return grant;
  }

  String password(String user) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA1", missing);
    }
  }
}
