package dev.upheld.edge.console;

import dev.upheld.edge.console.view.Account;
import dev.upheld.edge.console.view.Coverage;
import dev.upheld.edge.console.view.DemoMail;
import dev.upheld.edge.console.view.EnrolSecondFactor;
import dev.upheld.edge.console.view.ErrorPage;
import dev.upheld.edge.console.view.Findings;
import dev.upheld.edge.console.view.HoldsPage;
import dev.upheld.edge.console.view.Invitation;
import dev.upheld.edge.console.view.JournalPage;
import dev.upheld.edge.console.view.MapPage;
import dev.upheld.edge.console.view.People;
import dev.upheld.edge.console.view.PromisePage;
import dev.upheld.edge.console.view.RecoveryCode;
import dev.upheld.edge.console.view.RecoveryCodes;
import dev.upheld.edge.console.view.RequestChange;
import dev.upheld.edge.console.view.RequestInbox;
import dev.upheld.edge.console.view.RequestMails;
import dev.upheld.edge.console.view.RequestNew;
import dev.upheld.edge.console.view.RequestPage;
import dev.upheld.edge.console.view.RequestReview;
import dev.upheld.edge.console.view.RequestStatistics;
import dev.upheld.edge.console.view.Reset;
import dev.upheld.edge.console.view.ResetRequest;
import dev.upheld.edge.console.view.ResiduePage;
import dev.upheld.edge.console.view.RetentionCalendar;
import dev.upheld.edge.console.view.RetentionPage;
import dev.upheld.edge.console.view.RetentionReviews;
import dev.upheld.edge.console.view.RetentionRule;
import dev.upheld.edge.console.view.ReviewEndings;
import dev.upheld.edge.console.view.ReviewPage;
import dev.upheld.edge.console.view.ReviewTable;
import dev.upheld.edge.console.view.ReviewValues;
import dev.upheld.edge.console.view.SecondFactor;
import dev.upheld.edge.console.view.SignIn;
import dev.upheld.edge.console.view.Tokens;
import dev.upheld.edge.console.view.View;
import dev.upheld.edge.console.view.Wall;
import dev.upheld.edge.console.view.WorkList;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/**
 * Turns views into HTML. Thread-safe; templates are compiled by the build, nothing is compiled at
 * run time. Every value is escaped for the place it stands in; pages hold no inline script and no
 * style attribute, so that the strictest content security policy can be sent with them.
 */
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Words english = Words.of(Language.EN);
  private final Words french = Words.of(Language.FR);
  private final Assets assets;
  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * @param zone in which dates and times are shown
   */
  public Pages(Assets assets, ZoneId zone, InstantSource clock) {
    this.assets = assets;
    this.zone = zone;
    this.clock = clock;
  }

  /** The page as text. */
  public String render(View view, Frame frame) {
    return new String(bytes(view, frame), StandardCharsets.UTF_8);
  }

  /** The page in UTF-8, without the way over a text. */
  public byte[] bytes(View view, Frame frame) {
    Words spoken = spoken(frame.language());
    Clockface dates = new Clockface(spoken, frame.language(), zone, clock.instant());
    PageContext context = new PageContext(frame, spoken, dates, assets);
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template(view), Map.of("c", context, "view", view), output);
    return output.toByteArray();
  }

  private Words spoken(Language language) {
    return switch (language) {
      case EN -> english;
      case FR -> french;
    };
  }

  private static String template(View view) {
    return switch (view) {
      case Account v -> "account.jte";
      case Coverage v -> "coverage.jte";
      case DemoMail v -> "demo-mail.jte";
      case EnrolSecondFactor v -> "enrol.jte";
      case ErrorPage v -> "error.jte";
      case Findings v -> "findings.jte";
      case HoldsPage v -> "holds.jte";
      case Invitation v -> "invitation.jte";
      case JournalPage v -> "journal.jte";
      case MapPage v -> "map.jte";
      case People v -> "people.jte";
      case PromisePage v -> "promise.jte";
      case RecoveryCode v -> "recovery-code.jte";
      case RecoveryCodes v -> "recovery-codes.jte";
      case RequestChange v -> "request-change.jte";
      case RequestInbox v -> "requests.jte";
      case RequestMails v -> "request-mails.jte";
      case RequestNew v -> "request-new.jte";
      case RequestReview v -> "request-review.jte";
      case RequestPage v -> "request.jte";
      case RequestStatistics v -> "request-statistics.jte";
      case ResiduePage v -> "residue.jte";
      case RetentionCalendar v -> "retention-calendar.jte";
      case RetentionPage v -> "retention.jte";
      case RetentionRule v -> "retention-rule.jte";
      case Reset v -> "reset.jte";
      case ResetRequest v -> "reset-request.jte";
      case RetentionReviews v -> "retention-reviews.jte";
      case ReviewEndings v -> "retention-endings.jte";
      case ReviewPage v -> "review.jte";
      case ReviewTable v -> "review-table.jte";
      case ReviewValues v -> "review-values.jte";
      case SecondFactor v -> "second-factor.jte";
      case SignIn v -> "sign-in.jte";
      case Tokens v -> "tokens.jte";
      case Wall v -> "wall.jte";
      case WorkList v -> "work-list.jte";
    };
  }
}
