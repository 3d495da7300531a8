package dev.upheld.edge.api;

import dev.upheld.access.OpenToAnyone;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The description of the interface. */
@Controller
public final class DocumentApi {
  /** Every controller of the interface. */
  static final List<Class<?>> CONTROLLERS =
      List.of(
          ProofApi.class,
          ActsApi.class,
          PeopleApi.class,
          JournalApi.class,
          RequestsApi.class,
          LoginsApi.class,
          CorrectionsApi.class,
          HoldsApi.class,
          RetentionApi.class,
          ReviewsApi.class,
          RestrictingApi.class,
          DeathsApi.class,
          RestrictionsApi.class,
          WebhooksApi.class);

  private final String document;

  /**
   * @param version of the product
   */
  public DocumentApi(String version) {
    this.document = OpenApi.of(version, CONTROLLERS).toPrettyString();
  }

  /** The OpenAPI document; says nothing of the company, so anybody may read it. */
  @GetMapping(value = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @OpenToAnyone(because = "it describes the product, not the company")
  @ResponseBody
  public String document() {
    return document;
  }
}
