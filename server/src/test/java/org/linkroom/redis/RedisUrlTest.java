package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.redis.RedisUrl.Kind;

class RedisUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://127.0.0.1",
        "redis://:word@host:6379",
        "rediss://user:word@host:6380/1",
        "unix:///run/redis.sock?password=word"
      })
  void oneServerIsNamedAsAlways(String text) {
    assertThat(RedisUrl.of(text).kind()).isEqualTo(Kind.ONE);
    assertThat(RedisUrl.of(text).text()).isEqualTo(text);
  }

  @Test
  void aClusterIsNamedByAnyOfItsServers() {
    var url = RedisUrl.of("rediss+cluster://user:word@one:7000,two,[::1]:7002,[fe80::1]");
    assertThat(url.kind()).isEqualTo(Kind.CLUSTER);
    assertThat(url.hosts().stream().map(url::at))
        .containsExactly(
            "rediss://user:word@one:7000",
            "rediss://user:word@two:6379",
            "rediss://user:word@[::1]:7002",
            "rediss://user:word@[fe80::1]:6379");
    assertThat(RedisUrl.of("redis+cluster://one").at(new Address("10.0.0.7", 7001)))
        .isEqualTo("redis://10.0.0.7:7001");
  }

  @Test
  void sentinelsAreAskedWithTheirOwnPasswordAndTheMasterWithIts() {
    var url =
        RedisUrl.of("redis+sentinel://:word@one:26379,two:26380/rooms?sentinelPassword=other");
    assertThat(url.kind()).isEqualTo(Kind.SENTINEL);
    assertThat(url.name()).isEqualTo("rooms");
    assertThat(url.hosts().stream().map(url::sentinelAt))
        .containsExactly("redis://:other@one:26379", "redis://:other@two:26380");
    assertThat(url.at(new Address("ten", 6379))).isEqualTo("redis://:word@ten:6379");
    var open = RedisUrl.of("rediss+sentinel://:word@one:26379/rooms");
    assertThat(open.sentinelAt(open.hosts().getFirst())).isEqualTo("rediss://one:26379");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host",
        "host:6379",
        "redis+cluster://",
        "redis+sentinel://one:26379",
        "redis+cluster://one:6379/1",
        "redis+cluster://one,,two",
        "redis+cluster://one:word",
        "redis+cluster://one:99999",
        "unix://:word@/run/redis.sock",
        "unix+cluster:///run/redis.sock"
      })
  void whatNamesNoRedisIsRefusedInASentence(String text) {
    assertThatThrownBy(() -> RedisUrl.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("redis.url ");
  }

  @ParameterizedTest
  @CsvSource({
    "MOVED 3999 127.0.0.1:6381, 127.0.0.1, 6381",
    "ASK 3999 10.0.0.1:7000, 10.0.0.1, 7000",
    "MOVED 3999 :6381, asked, 6381",
    "MOVED 3999 ::1:6381, ::1, 6381",
    "MOVED 3999 redis-2.example.org:6381, redis-2.example.org, 6381"
  })
  void whereACallIsSentOnToStandsInTheAnswer(String answer, String host, int port) {
    assertThat(Refused.whither(new Exception(answer), "asked")).isEqualTo(new Address(host, port));
  }

  @ParameterizedTest
  @CsvSource({
    "MOVED 1 a:1, MOVED",
    "ASK 1 a:1, ASK",
    "NOSCRIPT No matching script. Please use EVAL., NO_SCRIPT",
    "TRYAGAIN Multiple keys request during rehashing of slot, LATER",
    "CLUSTERDOWN The cluster is down, LATER",
    "READONLY You can't write against a read only replica., NOT_MASTER",
    "LOADING Redis is loading the dataset in memory, NOT_MASTER",
    "MISCONF Errors writing to the AOF file: No space left on device, NO_WRITES",
    "OOM command not allowed when used memory > 'maxmemory'., NO_WRITES",
    "'ERR Error running script (call to f_1): @user_script:34: @user_script: 34: -MISCONF Errors writing', NO_WRITES",
    "'ERR Error running script (call to f_1): @user_script:34: -OOM command not allowed', NO_WRITES",
    "'ERR Error running script (call to f_1): @user_script:34: -READONLY You can not', NOT_MASTER",
    "'ERR Error running script (call to f_1): something else', OTHERWISE",
    "ERR unknown command, OTHERWISE",
    "CONNECTION_CLOSED, OTHERWISE"
  })
  void aRefusalIsKnownByItsFirstWord(String answer, Refused is) {
    assertThat(Refused.of(new Exception(answer))).isEqualTo(is);
    assertThat(Refused.of(new Exception())).isEqualTo(Refused.OTHERWISE);
  }
}
