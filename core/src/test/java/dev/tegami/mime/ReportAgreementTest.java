package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.report.DeliveryStatus;
import dev.tegami.mime.report.Feedback;
import dev.tegami.mime.report.Notification;
import dev.tegami.mime.report.RecipientStatus;
import dev.tegami.mime.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reports of every corpus: what MimeKit and mail-auth expect of theirs, and what all of them hold. */
class ReportAgreementTest {
    private static final Pattern GROUP = Pattern.compile("groups\\[(\\d)]\\[\"(.*)\"]");
    private static final Pattern FIELD = Pattern.compile("fields\\[\"(.*)\"]");
    private static final Pattern FILE = Pattern.compile("\"messages\", \"([^\"]+)\"");

    private static Object json(String name) {
        return Json.parse(new String(Corpora.read(Corpora.root().resolve(name)), StandardCharsets.UTF_8));
    }

    @Test
    void mimeKit() throws IOException {
        Agreement agreement = new Agreement("mimekit-reports");
        for (Object one : Json.list(Json.get(Json.map(json("mimekit/derived/asserts-messages.json")), "cases"))) {
            Map<String, Object> known = Json.map(one);
            List<Object> events = Json.list(Json.get(known, "events"));
            Matcher file = FILE.matcher(String.valueOf(Json.get(Json.map(events.get(0)), "in")));
            if (String.valueOf(known.get("file")).matches(".*Message(Delivery|Disposition|Feedback).*")
                    && file.find()) {
                Path path = Corpora.root().resolve("mimekit/messages").resolve(file.group(1));
                Report report = Report.of(Message.parse(Corpora.read(path))).orElseThrow();
                events.forEach(event -> one(agreement, file.group(1), report, Json.map(event)));
            }
        }
        agreement.conclude();
    }

    private static void one(Agreement agreement, String file, Report report, Map<String, Object> event) {
        if (!event.containsKey("check")) {
            return;
        }
        List<Object> arguments = Json.list(Json.get(event, "args"));
        String expression = String.valueOf(Json.get(Json.map(arguments.get(0)), "expr"));
        Map<String, Object> wanted = Json.map(arguments.get(1));
        Matcher group = GROUP.matcher(expression);
        Matcher field = FIELD.matcher(expression);
        Object actual = JavaScript.UNSAID;
        if (group.matches()) {
            actual = value(groups(report).get(Integer.parseInt(group.group(1))), group.group(2));
        } else if (field.matches()) {
            actual = value(report.notification().fields(), field.group(1));
        } else if (expression.equals("groups.Count")) {
            actual = (double) groups(report).size();
        } else if (expression.equals("fields.Count")) {
            actual = (double) report.notification().fields().fields().size();
        } else if (expression.endsWith(".ReportType")) {
            actual = report.type();
        }
        if (actual != JavaScript.UNSAID) {
            agreement.check(file + " " + expression, Json.get(wanted, "lit"), actual);
        }
    }

    private static List<Header> groups(Report report) {
        DeliveryStatus status = (DeliveryStatus) report.notification();
        List<Header> groups = new ArrayList<>(List.of(status.fields()));
        status.recipients().stream().map(RecipientStatus::fields).forEach(groups::add);
        return groups;
    }

    private static String value(Header fields, String name) {
        return fields.first(name).map(Field::value).orElse("none");
    }

    @Test
    void mailAuth() throws IOException {
        Map<String, Object> wanted = Json.map(json("mail-auth/arf/002.json"));
        byte[] octets = Corpora.read(Corpora.root().resolve("mail-auth/arf/002.eml"));
        Feedback feedback =
                (Feedback) Report.of(Message.parse(octets)).orElseThrow().notification();
        Agreement agreement = new Agreement("mail-auth-feedback");
        agreement.check(
                "type", String.valueOf(Json.get(wanted, "feedback_type")).toLowerCase(Locale.ROOT), feedback.type());
        agreement.check("arrival", Json.get(wanted, "arrival_date"), (double)
                feedback.arrival().orElseThrow().toEpochSecond());
        agreement.check("incidents", Json.get(wanted, "incidents"), (double) feedback.incidents());
        agreement.check(
                "sender",
                Json.get(wanted, "original_mail_from"),
                "<" + feedback.mailFrom().orElseThrow().address() + ">");
        agreement.check(
                "recipients",
                Json.get(wanted, "original_rcpt_to"),
                "<" + feedback.recipients().get(0).address() + ">");
        agreement.check("domains", Json.list(Json.get(wanted, "reported_domain")), feedback.reportedDomains());
        agreement.check("uris", Json.list(Json.get(wanted, "reported_uri")), feedback.reportedUris());
        agreement.check(
                "server",
                Json.get(wanted, "reporting_mta"),
                feedback.reportingMta().orElseThrow().value());
        agreement.check(
                "address", Json.get(wanted, "source_ip"), feedback.sourceIp().orElse(""));
        agreement.check(
                "agent", Json.get(wanted, "user_agent"), feedback.userAgent().orElse(""));
        agreement.check("version", "1", feedback.version().orElse(""));
        agreement.check(
                "results",
                Json.list(Json.get(wanted, "authentication_results")).stream()
                        .map(text -> text.toString().replaceAll("\\s+", " "))
                        .toList(),
                feedback.authenticationResults().stream()
                        .map(text -> text.replaceAll("\\s+", " "))
                        .toList());
        agreement.conclude();
    }

    /** Those that hold nothing for programs are listed with what they lack instead. */
    @Test
    void everyReportOfEveryCorpusIsRead() {
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> unread = new ArrayList<>();
        for (Path file : Corpora.messages()) {
            Report.of(Message.parse(Corpora.read(file))).ifPresent(report -> {
                Notification read = report.notification();
                kinds.merge(read.getClass().getSimpleName(), 1, Integer::sum);
                boolean empty = read instanceof DeliveryStatus status
                        ? status.recipients().isEmpty()
                        : read.fields().fields().isEmpty();
                if (empty) {
                    unread.add(file.getFileName().toString());
                }
            });
        }
        System.out.println("reports: " + kinds);
        // neither states where its parts begin
        assertThat(unread).containsExactlyInAnyOrder("132", "multipart-wo-boundary.raw");
        assertThat(kinds.getOrDefault("DeliveryStatus", 0)).isGreaterThanOrEqualTo(18);
        assertThat(kinds.getOrDefault("DispositionNotification", 0)).isGreaterThanOrEqualTo(5);
        assertThat(kinds.getOrDefault("Feedback", 0)).isGreaterThanOrEqualTo(3);
    }
}
