package org.linkroom.web;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Words;

/// Renders pages. Everything is escaped; a fault in a template is a fault, never half a page.
public final class Pages {
  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
  private final Words words;

  /// @param assets gives the versioned path of a file under web/
  public Pages(Words words, Assets assets) {
    this.words = words;
    templates.setTemplateLoader(new ClassTemplateLoader(Pages.class, "/web/pages"));
    templates.setDefaultEncoding("UTF-8");
    templates.setURLEscapingCharset("UTF-8");
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setNumberFormat("computer");
    templates.setObjectWrapper(
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
    share("t", args -> words.say((String) args.getFirst(), args.subList(1, args.size()).toArray()));
    share("has", args -> words.has((String) args.getFirst()));
    share("asset", args -> assets.path((String) args.getFirst()));
    share("when", args -> Times.when((Instant) args.getFirst()));
    share("day", args -> Times.day((TemporalAccessor) args.getFirst()));
    share("clock", args -> Times.clock((Instant) args.getFirst()));
    share("ms", args -> ((Instant) args.getFirst()).toEpochMilli());
  }

  private interface Method {
    Object call(List<Object> arguments);
  }

  private void share(String name, Method method) {
    templates.setSharedVariable(
        name,
        (TemplateMethodModelEx)
            arguments -> {
              var unwrapped = new ArrayList<Object>();
              for (Object argument : arguments) {
                unwrapped.add(unwrap((TemplateModel) argument));
              }
              return method.call(unwrapped);
            });
  }

  private static Object unwrap(TemplateModel model) throws TemplateModelException {
    var value = DeepUnwrap.unwrap(model);
    return value instanceof Number number && number.doubleValue() == number.longValue()
        ? number.longValue()
        : value;
  }

  /// Render a page.
  ///
  /// @param model what the page draws; null values are left out
  public String render(String template, Map<String, ? extends @Nullable Object> model) {
    var out = new StringWriter();
    var present = new HashMap<String, Object>();
    model.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    try {
      templates.getTemplate(template).process(present, out);
    } catch (TemplateException fault) {
      throw new IllegalStateException(template + ": " + fault.getMessageWithoutStackTop(), fault);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return out.toString();
  }

  /// The sentences.
  public Words words() {
    return words;
  }
}
