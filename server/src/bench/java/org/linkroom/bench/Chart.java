package org.linkroom.bench;

import java.util.List;

/// Points, and the straight line that fits them best, as an SVG.
///
/// @param title of what grows with what
/// @param across what is counted from left to right
/// @param up what is counted upwards
record Chart(String title, String across, String up, List<Point> points) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int EDGE = 56;

  /// One measurement.
  record Point(double x, double y) {}

  /// The straight line through all points, by least squares.
  ///
  /// @param fit the part of what is seen that the line explains (R²): 1 is a straight line
  record Straight(double slope, double base, double fit) {
    double at(double x) {
      return base + slope * x;
    }
  }

  Straight straight() {
    double n = points.size();
    double meanX = points.stream().mapToDouble(Point::x).sum() / n;
    double meanY = points.stream().mapToDouble(Point::y).sum() / n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Point point : points) {
      xx += (point.x() - meanX) * (point.x() - meanX);
      xy += (point.x() - meanX) * (point.y() - meanY);
      yy += (point.y() - meanY) * (point.y() - meanY);
    }
    double slope = xy / xx;
    return new Straight(slope, meanY - slope * meanX, yy == 0 ? 1 : xy * xy / (xx * yy));
  }

  String svg() {
    double mostX = points.stream().mapToDouble(Point::x).max().orElse(1);
    double mostY = points.stream().mapToDouble(Point::y).max().orElse(1) * 1.1;
    var line = straight();
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' role='img'>\n"
            .formatted(WIDTH, HEIGHT, WIDTH));
    svg.append("<title>%s</title><g font-family='sans-serif' font-size='12'>\n".formatted(title));
    svg.append(
        "<path d='M%d %dV%dH%d' fill='none' stroke='#555'/>\n"
            .formatted(EDGE, EDGE / 2, HEIGHT - EDGE, WIDTH - EDGE / 2));
    svg.append(
        "<path d='M%d %dL%d %d' stroke='#06c' stroke-dasharray='5 4'/>\n"
            .formatted(EDGE, y(line.at(0), mostY), x(mostX, mostX), y(line.at(mostX), mostY)));
    points.forEach(point -> svg.append(dot(point, mostX, mostY)));
    svg.append(text(WIDTH / 2, HEIGHT - 12, across));
    svg.append(text(WIDTH / 2, 16, up + "; R² " + Goal.figure(line.fit())));
    return svg.append("</g></svg>\n").toString();
  }

  private static String dot(Point point, double mostX, double mostY) {
    int x = x(point.x(), mostX);
    int y = y(point.y(), mostY);
    return "<circle cx='%d' cy='%d' r='4' fill='#06c'/>\n".formatted(x, y)
        + text(x, y - 9, Goal.figure(point.y()))
        + text(x, HEIGHT - EDGE + 18, Goal.figure(point.x()));
  }

  private static String text(int x, int y, String words) {
    return "<text x='%d' y='%d' text-anchor='middle'>%s</text>\n".formatted(x, y, words);
  }

  private static int x(double value, double most) {
    return (int) (EDGE + value / most * (WIDTH - 1.5 * EDGE));
  }

  private static int y(double value, double most) {
    return (int) (HEIGHT - EDGE - value / most * (HEIGHT - 1.5 * EDGE));
  }
}
