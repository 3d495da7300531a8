package dev.upheld.edge.api;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.OpenToAnyone;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The interface described (OpenAPI 3.1), read off the controllers themselves. */
final class OpenApi {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ObjectNode root = MAPPER.createObjectNode();
  private final Schemas schemas = new Schemas(MAPPER);

  private OpenApi() {}

  /** The document for these controllers. */
  static ObjectNode of(String version, List<Class<?>> controllers) {
    OpenApi api = new OpenApi();
    api.head(version);
    ObjectNode paths = api.root.putObject("paths");
    controllers.stream()
        .flatMap(c -> Stream.of(c.getDeclaredMethods()))
        .filter(m -> path(m).isPresent())
        .sorted(Comparator.comparing((Method m) -> path(m).orElse("")).thenComparing(OpenApi::verb))
        .forEach(m -> api.operation(paths, m));
    ObjectNode components = api.root.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An API token; its scopes say what it may do.");
    components.set("schemas", api.schemas.all());
    return api.root;
  }

  private void head(String version) {
    root.put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "Upheld")
        .put("version", version)
        .put("description", "All that the console shows of promises and their proof.");
    root.putArray("security").addObject().putArray("token");
  }

  private static Optional<String> path(Method method) {
    GetMapping get = method.getAnnotation(GetMapping.class);
    PostMapping post = method.getAnnotation(PostMapping.class);
    return get != null
        ? Arrays.stream(get.value()).findFirst()
        : post != null ? Arrays.stream(post.value()).findFirst() : Optional.empty();
  }

  private static String verb(Method method) {
    return method.isAnnotationPresent(GetMapping.class) ? "get" : "post";
  }

  private void operation(ObjectNode paths, Method method) {
    String path = path(method).orElseThrow();
    ObjectNode operation = paths.withObjectProperty(path).putObject(verb(method));
    operation.put("operationId", method.getName());
    Optional.ofNullable(method.getAnnotation(Summary.class))
        .ifPresent(s -> operation.put("summary", s.value()));
    Optional.ofNullable(method.getAnnotation(Needs.class))
        .ifPresent(n -> operation.put("description", "Needs the scope " + n.value().scope() + "."));
    if (method.isAnnotationPresent(OpenToAnyone.class)) {
      operation.put("description", "Needs no token, but a signature of the body.");
      operation.putArray("security");
    }
    parameters(operation, method);
    responses(operation.putObject("responses"), method);
  }

  private void parameters(ObjectNode operation, Method method) {
    ArrayNode parameters = MAPPER.createArrayNode();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        parameter(parameters, parameter.getName(), "path", parameter.getType());
      } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
        String header = parameter.getAnnotation(RequestHeader.class).name();
        parameter(parameters, header, "header", parameter.getType());
      } else if (parameter.isAnnotationPresent(RequestBody.class)) {
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        Reads reads = parameter.getAnnotation(Reads.class);
        content(body, schemas.of(reads == null ? parameter.getParameterizedType() : reads.value()));
      } else if (parameter.getType().isRecord() && parameter.getType() != Identity.class) {
        Stream.of(parameter.getType().getRecordComponents())
            .forEach(c -> parameter(parameters, c.getName(), "query", c.getType()));
      }
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
  }

  private void parameter(ArrayNode parameters, String name, String in, Class<?> type) {
    ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
    parameter.put("required", !in.equals("query"));
    parameter.set("schema", schemas.of(type));
  }

  private void responses(ObjectNode responses, Method method) {
    ResponseStatus said = method.getAnnotation(ResponseStatus.class);
    int status = said == null ? 200 : said.value().value();
    ObjectNode done = responses.putObject("" + status).put("description", "Done.");
    if (method.getReturnType() != void.class) {
      content(done, schemas.of(method.getGenericReturnType()));
    }
    Optional.ofNullable(method.getAnnotation(GetMapping.class)).stream()
        .flatMap(get -> Stream.of(get.produces()))
        .forEach(
            type ->
                done.withObjectProperty("content")
                    .putObject(type)
                    .set("schema", schemas.of(String.class)));
    ObjectNode problem = responses.putObject("default");
    problem.put("description", "What is wrong, and how to mend it (RFC 9457).");
    problem
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", schemas.of(Shapes.ProblemShape.class));
    for (String refused : List.of("401", "403")) {
      responses
          .putObject(refused)
          .put(
              "description",
              String.format(
                  Locale.ROOT, "%s token.", refused.equals("401") ? "No valid" : "Not this"));
    }
  }

  private static void content(ObjectNode holder, ObjectNode schema) {
    holder.putObject("content").putObject("application/json").set("schema", schema);
  }
}
