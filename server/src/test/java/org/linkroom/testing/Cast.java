package org.linkroom.testing;

import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Needs;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.room.Member;
import org.linkroom.room.Promise;
import org.linkroom.room.Side;

/// Who plays in the tests' link-ups: 3 Oak with Miss Khan, 4 Elm with Mr Reed, 5 Ash with Mrs Bell,
/// and those who come without a class.
public final class Cast {
  private Cast() {}

  public static final Id OAK = id("oak");
  public static final Id ELM = id("elm");
  public static final Id ASH = id("ash");

  /// Miss Khan on the class's big screen, and on her own laptop.
  public static final Member KHAN = lead("khanboard", OAK, "khan", "Miss Khan", DeviceKind.BOARD);

  public static final Member KHAN_LAPTOP =
      lead("khanlaptop", OAK, "khan", "Miss Khan", DeviceKind.ADULT);
  public static final Member REED = lead("reedboard", ELM, "reed", "Mr Reed", DeviceKind.BOARD);
  public static final Member REED_LAPTOP =
      lead("reedlaptop", ELM, "reed", "Mr Reed", DeviceKind.ADULT);
  public static final Member BELL = lead("bellboard", ASH, "bell", "Mrs Bell", DeviceKind.BOARD);
  public static final Member COVER =
      adult("coverlaptop", OAK, null, "Mr Ali, for Miss Khan", PassRole.COVER);
  public static final Member ASSISTANT =
      adult("helperlaptop", OAK, id("helper"), "Ms Day", PassRole.ASSISTANT);

  /// Oak's devices with no adult signed in there; they are let in by an adult.
  public static final Member OAK_BOARD = device("oakboard", OAK, DeviceKind.BOARD);

  public static final Member OAK_PHONE = device("oakphone", OAK, DeviceKind.MIC);
  public static final Member OAK_TABLET = device("oaktablet", OAK, DeviceKind.TABLET);
  public static final Member ELM_TABLET = device("elmtablet", ELM, DeviceKind.TABLET);
  public static final Member FACILITATOR =
      adult("facilitator", null, id("fay"), "Fay Hill", PassRole.FACILITATOR);
  public static final Member OBSERVER =
      adult("observer", null, id("head"), "Mrs Head", PassRole.OBSERVER);

  /// An id that reads as a word.
  public static Id id(String word) {
    return new Id((word + "000000000000").substring(0, 12));
  }

  /// A class as the plan knows it.
  public static Side.Profile profile(Id classId, int rank, Promise ceiling) {
    String word = classId.text().substring(0, 3);
    return new Side.Profile(
        classId,
        rank,
        "Class " + word,
        word + " school",
        "Motto of " + word,
        "0123 " + word,
        ceiling,
        "CODE" + word,
        leadOf(classId),
        false,
        Needs.NONE);
  }

  private static String leadOf(Id classId) {
    return classId.equals(OAK) ? "Miss Khan" : classId.equals(ELM) ? "Mr Reed" : "Mrs Bell";
  }

  private static Member lead(String device, Id classId, String who, String name, DeviceKind kind) {
    var screen = kind == DeviceKind.BOARD ? Screen.CLASS : Screen.ADULT;
    return new Member(id(device), classId, id(who), name, PassRole.TEACHER, screen, kind, false);
  }

  private static Member adult(
      String device, @Nullable Id classId, @Nullable Id person, String name, PassRole role) {
    return new Member(
        id(device), classId, person, name, role, Screen.ADULT, DeviceKind.ADULT, false);
  }

  /// A class's device that asks to be let in.
  public static Member device(String device, Id classId, DeviceKind kind) {
    String name = "Device " + device;
    return new Member(id(device), classId, null, name, PassRole.DEVICE, Screen.CLASS, kind, true);
  }
}
