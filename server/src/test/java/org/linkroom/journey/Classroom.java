package org.linkroom.journey;

import java.util.Random;

/// A drawn class at its desks, waving: what the cameras of the README's pictures see. Nobody in it
/// is anybody.
///
/// @param seed another number, another class
/// @param wall the wall's colour
/// @param jumper the school's colour
record Classroom(long seed, String wall, String jumper) {
  private static final String[] SKINS = {"#f6d7b8", "#e3b287", "#c98d5e", "#9b6238", "#6f4326"};
  private static final String[] HAIRS = {"#2b1d16", "#4a2f1f", "#7a4a24", "#c58b3a", "#1d1a33"};
  private static final String INK = "#1d1a33";
  private static final int ROWS = 3;
  private static final int IN_A_ROW = 7;

  /// How many pictures make one wave.
  static final int FRAMES = 8;

  /// One picture of the wave, 640 by 360.
  String svg(int frame) {
    var random = new Random(seed);
    var svg =
        new StringBuilder(
            "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='360' viewBox='0 0 640 360'>");
    room(svg);
    for (int row = 0; row < ROWS; row++) {
      for (int place = 0; place < IN_A_ROW; place++) {
        double x = 62 + place * 86 + (row % 2) * 28 + random.nextInt(9) - 4;
        child(svg, random, frame, x, 168 + row * 66);
      }
    }
    return svg.append("</svg>").toString();
  }

  private void room(StringBuilder svg) {
    svg.append("<rect width='640' height='360' fill='%s'/>".formatted(wall))
        .append("<rect y='250' width='640' height='110' fill='#d9b98f'/>")
        .append("<rect x='40' y='26' width='150' height='92' rx='4' fill='#bfe3f5'/>")
        .append("<path d='M115 26v92M40 72h150' stroke='#fff' stroke-width='6'/>")
        .append("<circle cx='76' cy='52' r='14' fill='#f7b733'/>")
        .append("<rect x='250' y='22' width='230' height='96' rx='4' fill='#fffdf6'/>")
        .append("<path d='M270 52h120M270 72h160M270 92h90' stroke='#8fa3b0' stroke-width='5'/>");
    String[] flags = {"#b23a6f", "#f2a71b", "#146fa8", "#3d8a54"};
    for (int i = 0; i < 13; i++) {
      int x = 8 + i * 50;
      svg.append("<path d='M%d 0l22 0l-11 22z' fill='%s'/>".formatted(x, flags[i % flags.length]));
    }
  }

  private void child(StringBuilder svg, Random random, int frame, double x, double y) {
    String skin = SKINS[random.nextInt(SKINS.length)];
    String hair = HAIRS[random.nextInt(HAIRS.length)];
    boolean waves = random.nextInt(3) == 0;
    double beat = 2 * Math.PI * frame / FRAMES + random.nextDouble() * 2 * Math.PI;
    if (waves) {
      arm(svg, 18 * Math.sin(beat), skin, x + 20, y + 34);
    }
    double nod = y + 1.5 * Math.sin(beat);
    path(svg, x - 24, nod + 44, "c0-26 48-26 48 0v40h-48z", "fill='" + jumper + "'");
    circle(svg, x, nod, 19, skin);
    path(svg, x - 20, nod - 1, "a20 20 0 0 1 40 0c-10-9-30-9-40 0z", "fill='" + hair + "'");
    circle(svg, x - 7, nod + 3, 2.2, INK);
    circle(svg, x + 7, nod + 3, 2.2, INK);
    path(svg, x - 6, nod + 9, "q6 6 12 0", "fill='none' stroke-width='2' stroke='" + INK + "'");
  }

  private void arm(StringBuilder svg, double turn, String skin, double x, double y) {
    svg.append("<g transform='rotate(" + turn + " " + x + " " + y + ")'>");
    path(svg, x, y, "v-48", "stroke-width='11' stroke-linecap='round' stroke='" + jumper + "'");
    circle(svg, x, y - 54, 8, skin);
    svg.append("</g>");
  }

  private static void path(StringBuilder svg, double x, double y, String way, String look) {
    svg.append("<path d='M" + x + " " + y + way + "' " + look + "/>");
  }

  private static void circle(StringBuilder svg, double x, double y, double r, String fill) {
    svg.append("<circle cx='" + x + "' cy='" + y + "' r='" + r + "' fill='" + fill + "'/>");
  }
}
