package org.linkroom.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something asked of Redis. Which server it is for, and how it is put to it, is found on the way.
sealed interface Call {

  /// The key or channel whose slot says which server it is for; null where any will do.
  @Nullable String key();

  /// One command; its first argument is its key, unless it has none.
  record Plain(Command command, List<String> arguments) implements Call {
    private static final Set<Command> KEYLESS =
        Set.of(
            Command.CLUSTER,
            Command.CONFIG,
            Command.INFO,
            Command.PING,
            Command.SCRIPT,
            Command.SENTINEL,
            Command.TIME);

    @Override
    public @Nullable String key() {
      return arguments.isEmpty() || KEYLESS.contains(command) ? null : arguments.get(0);
    }

    Request request(Look server) {
      var request = Request.cmd(command == Command.PUBLISH ? server.publish() : command);
      arguments.forEach(request::arg);
      return request;
    }
  }

  /// A script with its keys, which are all of one slot, and its arguments.
  record Run(Script script, List<String> keys, List<String> arguments) implements Call {
    @Override
    public @Nullable String key() {
      return keys.isEmpty() ? null : keys.get(0);
    }

    Request whole(Look server) {
      return filled(Request.cmd(Command.EVAL).arg(script.text()), server);
    }

    Request named(Look server) {
      return filled(Request.cmd(Command.EVALSHA).arg(script.sha()), server);
    }

    private Request filled(Request request, Look server) {
      request.arg(keys.size());
      keys.forEach(request::arg);
      arguments.forEach(request::arg);
      return request.arg(server.publish().toString());
    }
  }
}
