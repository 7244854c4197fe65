package org.linkroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KitCheckTest {
  static final String ALL_WELL =
      """
      {"browser":"good","own":{"camera":"on","microphone":"on","level":40},"speaker":"heard","sound":"press",
       "line":{"socket":true,"events":true,"polls":true,"posts":true},
       "route":{"webrtc":true,"host":2,"srflx":1,"relays":["udp","tls"],"through":true},
       "speed":{"down":20000,"up":9000,"trip":30},"screen":{"width":1920,"height":1000}}""";

  private static final KitCheck.Asks RELAY_ONLY = new KitCheck.Asks(true, true);

  private static List<Finding> judged(String json, KitCheck.Asks asks) {
    return KitCheck.judge(Measured.read(json).orElseThrow(), asks);
  }

  @Test
  void aClassroomInWhichAllIsWellIsGoodInEverything() {
    var findings = judged(ALL_WELL, RELAY_ONLY);
    assertThat(Finding.overall(findings)).isEqualTo(Verdict.GOOD);
    assertThat(findings.stream().map(Finding::thing))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Finding.values()).map(Finding::thing).collect(Collectors.toSet()));
  }

  @ParameterizedTest(name = "{0} for {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"camera\":\"blocked\" | \"camera\":\"on\" | CAMERA_BLOCKED",
        "\"camera\":\"busy\" | \"camera\":\"on\" | CAMERA_BUSY",
        "\"camera\":\"missing\" | \"camera\":\"on\" | CAMERA_MISSING",
        "\"microphone\":\"blocked\" | \"microphone\":\"on\" | MICROPHONE_BLOCKED",
        "\"microphone\":\"busy\" | \"microphone\":\"on\" | MICROPHONE_BUSY",
        "\"microphone\":\"missing\" | \"microphone\":\"on\" | MICROPHONE_MISSING",
        "\"level\":11 | \"level\":40 | MICROPHONE_SILENT",
        "\"level\":12 | \"level\":40 | MICROPHONE_GOOD",
        "\"speaker\":\"unheard\" | \"speaker\":\"heard\" | SPEAKER_UNHEARD",
        "\"speaker\":\"untried\" | \"speaker\":\"heard\" | SPEAKER_UNTRIED",
        "\"sound\":\"stopped\" | \"sound\":\"press\" | SOUND_STOPPED",
        "\"sound\":\"free\" | \"sound\":\"press\" | SOUND_GOOD",
        "\"socket\":false | \"socket\":true | LINE_EVENTS",
        "\"socket\":false,\"events\":false | \"socket\":true,\"events\":true | LINE_POLLS",
        "\"socket\":false,\"events\":false,\"polls\":false | \"socket\":true,\"events\":true,\"polls\":true | LINE_NONE",
        "\"events\":false,\"polls\":false | \"events\":true,\"polls\":true | LINE_GOOD",
        "\"webrtc\":false | \"webrtc\":true | PICTURES_OFF",
        "[\"tls\"] | [\"udp\",\"tls\"] | PICTURES_SLOW",
        "[\"tcp\"] | [\"udp\",\"tls\"] | PICTURES_SLOW",
        "[] | [\"udp\",\"tls\"] | PICTURES_NONE",
        "\"down\":1499 | \"down\":20000 | SPEED_SLOW",
        "\"down\":1500 | \"down\":20000 | SPEED_GOOD",
        "\"up\":150 | \"up\":9000 | SPEED_SLOW",
        "\"up\":149 | \"up\":9000 | SPEED_NONE",
        "\"up\":-1 | \"up\":9000 | SPEED_UNKNOWN",
        "\"width\":999 | \"width\":1920 | SCREEN_SMALL",
        "\"height\":549 | \"height\":1000 | SCREEN_SMALL",
        "\"browser\":\"ageing\" | \"browser\":\"good\" | BROWSER_AGEING",
        "\"browser\":\"old\" | \"browser\":\"good\" | BROWSER_OLD",
      })
  void eachFindingIsWhatWasMeasured(String is, String instead, Finding found) {
    assertThat(ALL_WELL).contains(instead);
    var findings = judged(ALL_WELL.replace(instead, is), RELAY_ONLY);
    assertThat(findings).contains(found);
    assertThat(Finding.overall(findings)).isEqualTo(found.verdict());
  }

  @ParameterizedTest(name = "relay {0}, only {1}, reached by {2}, {3} other ways: {4}")
  @CsvSource({
    "true, true, udp, 0, PICTURES_GOOD",
    "true, true, '', 3, PICTURES_NONE",
    "true, false, '', 3, PICTURES_DIRECT",
    "true, false, '', 0, PICTURES_NONE",
    "true, false, tcp, 0, PICTURES_SLOW",
    "false, false, '', 2, PICTURES_GOOD",
    "false, false, '', 0, PICTURES_NONE",
    "false, true, '', 2, PICTURES_UNSET",
  })
  void whetherPicturesGoDependsOnWhatLinkroomIsSetTo(
      boolean relay, boolean only, String by, int others, Finding found) {
    String json =
        ALL_WELL
            .replace("[\"udp\",\"tls\"]", by.isEmpty() ? "[]" : "[\"" + by + "\"]")
            .replace("\"host\":2,\"srflx\":1", "\"host\":" + others + ",\"srflx\":0");
    assertThat(judged(json, new KitCheck.Asks(relay, only))).contains(found);
  }

  @Property
  void moreSpeedIsNeverWorse(
      @ForAll @IntRange(max = 5000) int down,
      @ForAll @IntRange(max = 5000) int up,
      @ForAll @IntRange(max = 5000) int more) {
    assertThat(speed(down + more, up).compareTo(speed(down, up))).isNotPositive();
    assertThat(speed(down, up + more).compareTo(speed(down, up))).isNotPositive();
  }

  private static Verdict speed(int down, int up) {
    String json =
        ALL_WELL.replace("\"down\":20000,\"up\":9000", "\"down\":" + down + ",\"up\":" + up);
    return Finding.overall(judged(json, RELAY_ONLY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"browser\":\"good\"}",
        "\"level\":101",
        "\"level\":null",
        "\"level\":40,\"agent\":\"x\"",
        "\"level\":\"<b>\""
      })
  void whatNoPageOfOursSendsIsNotRead(String text) {
    String json = text.startsWith("\"level") ? ALL_WELL.replace("\"level\":40", text) : text;
    assertThat(Measured.read(json)).isEmpty();
  }

  @Test
  void findingsAreKeptAsTheyAreAndAnUnknownOneIsLeftOut() {
    var all = List.of(Finding.values());
    assertThat(Finding.read(Finding.line(all))).isEqualTo(all);
    assertThat(Finding.read("camera:good lamp:dark")).containsExactly(Finding.CAMERA_GOOD);
  }

  @Test
  void whatIsKeptReadsTheSameAgain() {
    var measured = Measured.read(ALL_WELL).orElseThrow();
    assertThat(Measured.read(measured.json())).contains(Objects.requireNonNull(measured));
  }
}
