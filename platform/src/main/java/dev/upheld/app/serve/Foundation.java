package dev.upheld.app.serve;

import dev.upheld.access.Access;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.job.Jobs;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Journal;
import dev.upheld.mail.Mail;
import dev.upheld.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;

/**
 * What every module of the server stands on.
 *
 * @param env environment variables that references in the workspace may name
 * @param url what people type to come here, without a path; links in mails start with it
 * @param tongues in which language mails speak
 * @param vault seals personal data
 * @param keys renews what it seals with
 * @param watch looks whether all is well
 * @param seals seals the journal and goes through it, once for this process
 * @param jobs modules name theirs when they are made; they run once the server answers
 * @param meters where figures are registered
 */
public record Foundation(
    ServerConfig config,
    Workspace workspace,
    Map<String, String> env,
    String url,
    InstantSource clock,
    Store store,
    Journal journal,
    Mail mail,
    Tongues tongues,
    Access access,
    KeyVault vault,
    KeyCare keys,
    Watch watch,
    Checkpoints seals,
    Jobs jobs,
    MeterRegistry meters) {}
