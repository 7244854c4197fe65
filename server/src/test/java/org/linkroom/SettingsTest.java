package org.linkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.openid.Issuer;
import org.linkroom.room.RoomTimes;

/// Each key of config/linkroom.yaml, and the one sentence that stops the start when it is wrong.
class SettingsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  private static Settings read(Map<String, String> environment) {
    return new SettingsReader().read(null, environment);
  }

  private Settings read(String yaml) throws Exception {
    var file = folder.resolve("my.yaml");
    Files.writeString(file, yaml);
    return new SettingsReader().read(file, Map.of());
  }

  @Test
  void theFileInTheJarIsSafeAsItIs() {
    var settings = read(Map.of());
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.demo()).isFalse();
    assertThat(settings.video().relayOnly()).isTrue();
    assertThat(settings.mail().tls()).isEqualTo("required");
    assertThat(settings.room()).isEqualTo(RoomTimes.USUAL);
    assertThat(settings.publicUrl(8080)).isEqualTo("http://localhost:8080");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense: 1 | There is no setting nonsense.",
        "mail: {hots: x} | There is no setting mail.hots.",
        "mail: x | The setting mail has keys of its own.",
        "mail: | The setting mail has no value.",
        "port: | The setting port has no value.",
        "port: abc | The setting port has a value that does not fit.",
        "port: 70000 | port must be from 0 to 65535.",
        "port: -1 | port must be from 0 to 65535.",
        "host: {a: b} | The setting host has a value that does not fit.",
        "demo: maybe | The setting demo has a value that does not fit.",
        "publicUrl: linkroom.example.org | publicUrl must be a scheme and a host, such as https://linkroom.example.org.",
        "publicUrl: 'https://linkroom.example.org/path' | publicUrl must be a scheme and a host, such as https://linkroom.example.org.",
        "publicUrl: 'https://[' | publicUrl must be a scheme and a host, such as https://linkroom.example.org.",
        "publicUrl: 'http://linkroom.example.org' | publicUrl must begin with https:// outside the demo, for a camera needs it.",
        "publicUrl: 'https://linkroom.example.org' | secret must be set on a server that others reach.",
        "host: 0.0.0.0 | publicUrl must be set when host lets others reach the server.",
        "notice: 11 s | notice must be from 0 s to 10 s.",
        "log: xml | log must be text or json.",
        "secret: short | secret must have 32 characters or more.",
        "database: {url: 'mysql://x'} | database.url must begin with postgresql://.",
        "database: {connections: 1} | database.connections must be from 2 to 200.",
        "redis: {url: 'unix://:x@/run/redis.sock'} | redis.url names a socket as unix:///run/redis.sock?password=word.",
        "redis: {url: 'http://x'} | redis.url must begin with redis://, rediss://, unix://, redis+cluster:// or redis+sentinel://.",
        "redis: {url: 'redis+sentinel://one,two'} | redis.url names a master after the sentinels, and only there.",
        "mail: {port: 0} | mail.port must be from 1 to 65535.",
        "mail: {tls: maybe} | mail.tls must be required, optional or none.",
        "mail: {from: nobody} | mail.from must hold an address.",
        "signIn: {mailed: 0 s} | signIn.mailed must be from 1 min to 24 h.",
        "signIn: {spoken: 1 d} | signIn.spoken must be from 1 min to 2 h.",
        "signIn: {ownDevice: 10 min} | signIn.ownDevice must be from 1 h to 366 d.",
        "signIn: {mailed: soon} | The setting signIn.mailed has a value that does not fit.",
        "signIn: {openId: {Google: {name: x}}} | There is no setting signIn.openId.Google.",
        "signIn: {openId: {'*': {name: x}}} | There is no setting signIn.openId.*.",
        "signIn: {openId: {google: x}} | The setting signIn.openId.google has keys of its own.",
        "signIn: {openId: {google: {nmae: x}}} | There is no setting signIn.openId.google.nmae.",
        "signIn: {openId: {google: {name: ''}}} | 'signIn.openId.google.name must be what people know it by, 40 characters at most.'",
        "signIn: {openId: {google: {name: G, issuer: accounts.google.com}}} | signIn.openId.google.issuer must be an address such as https://accounts.google.com.",
        "signIn: {openId: {google: {name: G, issuer: 'http://accounts.google.com'}}} | signIn.openId.google.issuer must be an address such as https://accounts.google.com.",
        "signIn: {openId: {google: {name: G, issuer: 'https://a.example'}}} | 'signIn.openId.google.clientId must be set, as the issuer gave it.'",
        "signIn: {openId: {google: {name: G, issuer: 'https://a.example', clientId: x}}} | 'signIn.openId.google.clientSecret must be set, as the issuer gave it.'",
        "signIn: {openId: {g: {name: G, issuer: 'https://a.example', clientId: x, clientSecret: y, domains: 'a@b.example'}}} | 'signIn.openId.g.domains must be mail domains such as hilltop.example, comma-separated.'",
        "signIn: {openId: {g: {name: G, issuer: 'https://a.example', clientId: x, clientSecret: y, prompt: 'A b'}}} | 'signIn.openId.g.prompt must be a word such as select_account, or empty.'",
        "signIn: {openId: {ms: {name: M, issuer: 'https://login.microsoftonline.com/common/v2.0', clientId: x, clientSecret: y, domains: a.example}}} | 'signIn.openId.ms.issuer must name one tenant by its id: https://login.microsoftonline.com/TENANT-ID/v2.0.'",
        "signIn: {openId: {ms: {name: M, issuer: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0', clientId: x, clientSecret: y, domains: a.example}}} | 'signIn.openId.ms.issuer must name one tenant by its id: https://login.microsoftonline.com/TENANT-ID/v2.0.'",
        "signIn: {openId: {ms: {name: M, issuer: 'https://login.microsoftonline.com/11112222-aaaa-bbbb-cccc-333344445555/v2.0', clientId: x, clientSecret: y}}} | 'signIn.openId.ms.domains must be set, for Microsoft does not say that an address is verified.'",
        "video: {turn: 'https://x'} | 'video.turn must hold addresses that begin with stun:, turn: or turns:.'",
        "video: {turn: 'turn:t.example:3478'} | video.turnSecret must be set with the relay of video.turn.",
        "video: {credentials: 5 s} | video.credentials must be from 1 min to 2 h.",
        "video: {relayOnly: 7.5} | The setting video.relayOnly has a value that does not fit.",
        "room: {keySilent: 0 s} | room.keySilent must be longer than nothing.",
        "room: {tell: 0 ms} | room.tell must be longer than nothing.",
        "room: {away: -2 min} | The setting room.away has a value that does not fit.",
      })
  void aWrongKeyStopsTheStartWithOneSentence(String yaml, String sentence) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void aFileThatIsNotThereOrNoYamlIsSaidSo() {
    assertThatThrownBy(() -> new SettingsReader().read(Path.of("not-there.yaml"), Map.of()))
        .hasMessage("There is no settings file not-there.yaml.");
    assertThatThrownBy(() -> read("port: 1\nhost: 'x\n"))
        .hasMessageStartingWith(folder.resolve("my.yaml") + " is not YAML at line ");
    assertThatThrownBy(() -> read("just words"))
        .hasMessage(folder.resolve("my.yaml") + " holds no settings.");
  }

  @Test
  void anEmptyFileChangesNothing() throws Exception {
    assertThat(read("# nothing yet\n")).isEqualTo(read(Map.of()));
  }

  @Test
  void aFileOfOnesOwnHoldsOnlyWhatDiffers() throws Exception {
    var settings = read("port: 9000\nroom:\n  ask: 5 s\n");
    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.room().ask()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.room().seen()).isEqualTo(RoomTimes.USUAL.seen());
  }

  @Test
  void theEnvironmentIsLaidOverTheFile() throws Exception {
    var file = folder.resolve("my.yaml");
    Files.writeString(file, "port: 9000\n");
    var settings =
        new SettingsReader()
            .read(
                file,
                Map.of(
                    "LINKROOM_PORT", "9001",
                    "LINKROOM_PUBLIC_URL", "https://linkroom.example.org",
                    "LINKROOM_SECRET", SECRET,
                    "LINKROOM_DATABASE_URL", "postgresql://u:p@h:5432/d",
                    "LINKROOM_SIGN_IN_OWN_DEVICE", "7 d",
                    "LINKROOM_VIDEO_RELAY_ONLY", "false",
                    "LINKROOM_ROOM_LET_ALL", "90 s",
                    "PATH", "/usr/bin"));
    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.publicUrl(9001)).isEqualTo("https://linkroom.example.org");
    assertThat(settings.database().url()).isEqualTo("postgresql://u:p@h:5432/d");
    assertThat(settings.signIn().ownDevice()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.video().relayOnly()).isFalse();
    assertThat(settings.room().letAll()).isEqualTo(Duration.ofSeconds(90));
  }

  private static final Map<String, String> ISSUERS =
      Map.of(
          "LINKROOM_SIGN_IN_OPEN_ID_GOOGLE_CLIENT_SECRET", "b",
          "LINKROOM_SIGN_IN_OPEN_ID_TRUST2_NAME", "Hilltop Trust",
          "LINKROOM_SIGN_IN_OPEN_ID_TRUST2_ISSUER",
              "https://login.microsoftonline.com/11112222-aaaa-bbbb-cccc-333344445555/v2.0",
          "LINKROOM_SIGN_IN_OPEN_ID_TRUST2_CLIENT_ID", "c",
          "LINKROOM_SIGN_IN_OPEN_ID_TRUST2_CLIENT_SECRET", "d",
          "LINKROOM_SIGN_IN_OPEN_ID_TRUST2_DOMAINS", "hilltop.example, Hill.example");

  @Test
  void anIssuerIsNamedByTheFileByTheEnvironmentOrByBoth() throws Exception {
    var file = folder.resolve("my.yaml");
    Files.writeString(
        file,
        "signIn: {openId: {google: {name: Google, issuer: 'https://accounts.google.com', clientId: a}}}");
    var issuers = new SettingsReader().read(file, ISSUERS).signIn().issuers();
    assertThat(issuers)
        .containsExactly(
            new Issuer(
                "google",
                "Google",
                "https://accounts.google.com",
                "a",
                "b",
                Set.of(),
                "select_account"),
            new Issuer(
                "trust2",
                "Hilltop Trust",
                "https://login.microsoftonline.com/11112222-aaaa-bbbb-cccc-333344445555/v2.0",
                "c",
                "d",
                Set.of("hilltop.example", "hill.example"),
                "select_account"));
    assertThat(read(Map.of()).signIn().issuers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LINKROOM_SIGN_IN_OPEN_ID, There is no setting for the environment variable LINKROOM_SIGN_IN_OPEN_ID.",
    "LINKROOM_SIGN_IN_OPEN_ID_GOOGLE, There is no setting for the environment variable LINKROOM_SIGN_IN_OPEN_ID_GOOGLE.",
    "LINKROOM_SIGN_IN_OPEN_ID_GOOGLE_NMAE, There is no setting for the environment variable LINKROOM_SIGN_IN_OPEN_ID_GOOGLE_NMAE.",
    "LINKROOM_PROT, There is no setting for the environment variable LINKROOM_PROT.",
    "LINKROOM_MAIL, There is no setting for the environment variable LINKROOM_MAIL.",
    "LINKROOM_PUBLICURL, There is no setting for the environment variable LINKROOM_PUBLICURL.",
    "LINKROOM_PORT, The setting port has a value that does not fit.",
    "LINKROOM_DEMO, The setting demo has a value that does not fit.",
  })
  void aWrongVariableStopsTheStartWithOneSentence(String name, String sentence) {
    assertThatThrownBy(() -> read(Map.of(name, "perhaps"))).hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "192.168.1.20", "linkroom.example.org"})
  void theDemoListensOnThisMachineAlone(String host) {
    assertThatThrownBy(() -> read(Map.of("LINKROOM_DEMO", "true", "LINKROOM_HOST", host)))
        .hasMessage("host must be 127.0.0.1 in the demo, which lets anybody in as anybody.");
  }

  @ParameterizedTest
  @CsvSource({
    "redis://:secret@127.0.0.1:6379",
    "rediss://user:secret@redis.example.org:6380/1",
    "unix:///run/redis/redis.sock",
    "unix:///run/redis/redis.sock?password=secret",
    "'redis+cluster://:secret@one.example.org:6379,two.example.org:6379'",
    "'rediss+sentinel://:secret@one.example.org:26379,two.example.org:26379/linkroom'"
  })
  void aRedisIsNamedByAnyOfFiveKindsOfAddress(String url) {
    assertThat(read(Map.of("LINKROOM_REDIS_URL", url)).redis().url()).isEqualTo(url);
  }

  @Test
  void everyKeyOfTheFileIsASettingAndEverySettingIsAKey() throws Exception {
    var file = (ObjectNode) new YAMLMapper().readTree(Path.of("config", "linkroom.yaml").toFile());
    assertThat(keys(file, "")).isEqualTo(keys(Settings.class, ""));
  }

  private static Set<String> keys(ObjectNode node, String before) {
    var keys = new TreeSet<String>();
    node.properties()
        .forEach(
            field -> {
              String key = before + field.getKey();
              if (field.getValue() instanceof ObjectNode inner) {
                keys.addAll(keys(inner, key + "."));
              } else {
                keys.add(key);
              }
            });
    return keys;
  }

  private static Set<String> keys(Class<?> type, String before) {
    var keys = new TreeSet<String>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = before + component.getName();
      if (component.getGenericType() instanceof ParameterizedType map) {
        keys.addAll(keys((Class<?>) map.getActualTypeArguments()[1], key + ".*."));
      } else if (component.getType().isRecord()) {
        keys.addAll(keys(component.getType(), key + "."));
      } else {
        keys.add(key);
      }
    }
    return keys;
  }

  @Test
  void everyKeyOfTheFileIsExplained() throws Exception {
    var bare = new ArrayList<String>();
    String before = "";
    for (String line : Files.readAllLines(Path.of("config", "linkroom.yaml"))) {
      if (line.strip().matches("[a-zA-Z]+: .+") && !before.startsWith("#")) {
        bare.add(line);
      }
      before = line.strip();
    }
    assertThat(bare).isEmpty();
  }
}
