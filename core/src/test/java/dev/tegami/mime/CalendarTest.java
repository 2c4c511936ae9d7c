package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invitations and the answers to them. */
class CalendarTest {
    private static final String INVITATION = """
            BEGIN:VCALENDAR
            VERSION:2.0
            MeTHOD:REQ
             UEST
            BEGIN:VEVENT
            UID:1@example.org
            SUMMARY:会議
            DESCRIPTION:METHOD:CANCEL
            END:VEVENT
            END:VCALENDAR
            """;

    private static List<String> types(Part part) {
        return part.parts().stream()
                .map(inner ->
                        inner.contentType().type() + "/" + inner.contentType().subtype())
                .toList();
    }

    @Test
    void anInvitationIsTheLastAlternative() {
        Message message = Message.compose()
                .text("Lunch?")
                .html("<p>Lunch?")
                .calendar(INVITATION)
                .build();
        assertThat(message.root().contentType().is("multipart/alternative")).isTrue();
        Message read = Message.parse(message.toBytes());
        assertThat(types(read.root())).containsExactly("text/plain", "text/html", "text/calendar");
        Part part = read.root().parts().get(2);
        assertThat(part.contentType().parameter("method")).contains("REQUEST");
        assertThat(part.contentType().parameter("charset")).contains("utf-8");
        assertThat(part.content().orElseThrow().text()).isEqualTo(INVITATION.replace("\n", "\r\n"));
        assertThat(read.text()).contains("Lunch?");
        assertThat(message.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
    }

    @Test
    void anInvitationIsAttachedTooWhereThatIsWanted() {
        Message message = Message.compose()
                .text("Lunch?")
                .calendar(INVITATION, "invite.ics")
                .build();
        Part root = Message.parse(message.toBytes()).root();
        assertThat(types(root)).containsExactly("multipart/alternative", "application/ics");
        assertThat(types(root.parts().get(0))).containsExactly("text/plain", "text/calendar");
        assertThat(root.parts().get(1).fileName()).contains("invite.ics");
        assertThat(root.parts().get(1).content().orElseThrow().bytes())
                .isEqualTo(INVITATION.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anInvitationMayStandAlone() {
        Message message = Message.compose().calendar(INVITATION).build();
        assertThat(message.root().contentType().is("text/calendar")).isTrue();
    }

    @Test
    void whatIsNoInvitationIsRefused() {
        for (String bad : List.of(
                "",
                "METHOD:REQUEST",
                INVITATION.replace("MeTHOD", "X"),
                INVITATION.replace("UEST", "UEST\nMETHOD:CANCEL"),
                INVITATION.replace("UEST", "UEST; x=1"),
                INVITATION.replace("END:VCALENDAR", ""))) {
            assertThatThrownBy(() -> Message.compose().calendar(bad)).as(bad).isInstanceOf(MimeException.class);
        }
        Message message = Message.compose().text("x").build();
        assertThatThrownBy(() -> message.edit().calendar(INVITATION).build()).isInstanceOf(MimeException.class);
    }
}
