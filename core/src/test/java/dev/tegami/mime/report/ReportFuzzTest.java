package dev.tegami.mime.report;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports made of octets nobody thought of; what can be written again reads back equal. */
class ReportFuzzTest {
    private static Report read(String kind, byte[] fields) {
        byte[] head = ("Content-Type: message/" + kind + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + fields.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(fields, 0, all, head.length, fields.length);
        return Report.of(Message.parse(all)).orElseThrow();
    }

    @FuzzTest(maxDuration = "10m")
    void anyDeliveryStatusIsReadAndWrittenAgain(byte[] octets) {
        if (octets == null) {
            return;
        }
        DeliveryStatus status = (DeliveryStatus) read("delivery-status", octets).notification();
        DeliveryStatus again = DeliveryStatus.by("mx.example.org");
        try {
            again = again.envelopeId(status.envelopeId().orElse("none"))
                    .receivedFrom(status.reportingMta().orElse(TypedValue.dns("none")));
            for (RecipientStatus recipient : status.recipients()) {
                again = again.recipient(RecipientStatus.of(
                                recipient.mailbox().map(Object::toString).orElse("a@b.example"),
                                recipient.action(),
                                recipient.status().orElse(new StatusCode(5, 0, 0)))
                        .diagnostic(recipient.diagnostic().orElse(TypedValue.smtp("550"))));
            }
            same(
                    again,
                    Report.of(Message.parse(again.compose().build().toBytes()))
                            .orElseThrow()
                            .notification());
        } catch (MimeException refused) {
            // what was read is not always fit to be written
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyReceiptIsReadAndWrittenAgain(byte[] octets) {
        if (octets == null) {
            return;
        }
        DispositionNotification read = (DispositionNotification)
                read("disposition-notification", octets).notification();
        read.errors();
        read.originalRecipient();
        read.disposition().ifPresent(ReportFuzzTest::again);
    }

    private static void again(MessageDisposition disposition) {
        try {
            same(disposition, MessageDisposition.parse(disposition.field()).orElseThrow());
        } catch (MimeException refused) {
            // a word nobody defined
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyFeedbackAndAnyRequestIsRead(byte[] octets) {
        if (octets == null) {
            return;
        }
        Feedback read = (Feedback) read("feedback-report", octets).notification();
        same(read, read("feedback-report", octets).notification());
        read.recipients();
        read.mailFrom();
        read.arrival();
        read.incidents();
        read.sourcePort();
        Message message = Message.parse(octets);
        ReceiptRequest.of(message).ifPresent(ReceiptRequest::reason);
        Report.of(message).ifPresent(report -> same(List.of(report.type()), List.of(report.type())));
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(actual + " instead of " + expected);
        }
    }
}
