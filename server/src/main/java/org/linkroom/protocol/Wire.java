package org.linkroom.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.linkroom.base.Limits;

/// The one way in and out of JSON. Strict: a missing, null, unknown or trailing field is refused,
/// so that a mistake shows where it is made. Times are milliseconds since 1970.
public final class Wire {
  private Wire() {}

  /// Shared and never changed after this line.
  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  /// What a page may nest, so that whatever holds it later can still be written and read.
  private static final ObjectMapper OF_PAGES =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(Limits.FRAME_LEVELS).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Write a value of ours.
  public static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a value of ours cannot be written", broken);
    }
  }

  /// Read a text from outside; empty if it is not one JSON value.
  public static Optional<JsonNode> read(String text) {
    return read(JSON, text);
  }

  /// Read what a page has sent; empty if it is not one JSON value of a page's shape.
  public static Optional<JsonNode> ofPage(String text) {
    return read(OF_PAGES, text);
  }

  private static Optional<JsonNode> read(ObjectMapper mapper, String text) {
    try {
      return Optional.ofNullable(mapper.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }
}
