package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tegami.imap.internal.command.Command;
import dev.tegami.imap.internal.command.Login;
import dev.tegami.imap.internal.command.OnFolder;
import dev.tegami.imap.internal.command.SearchCommand;
import dev.tegami.imap.internal.wire.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrlfInjectionTest {
    private static void refused(Command<?> command) {
        assertThatIllegalArgumentException().isThrownBy(() -> command.write(new Script(false)));
        assertThatIllegalArgumentException().isThrownBy(() -> command.write(new Script(true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nA2 DELETE INBOX", "a\nb", "a\rb", "a\0b", "\uD800"})
    void noArgumentEndsTheCommand(String text) {
        refused(new OnFolder("CREATE", text));
        refused(new SearchCommand(Search.subject(text).words(), false));
        refused(new SearchCommand(Search.header(text, "x").words(), false));
        refused(new Login(text, "password"));
        refused(new Login("ada", text));
        assertThatIllegalArgumentException().isThrownBy(() -> Flag.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Section.fields(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Section.part(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a)", "(", "\\", "", "a\"b", "a{5}", "嘊嘍"})
    void aFlagIsAnAtom(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Flag.of(text));
    }

    /** A server's odd flag may be looked at, but not sent back. */
    @ParameterizedTest
    @ValueSource(strings = {"x)\r\nA2 NOOP", "x y"})
    void aReceivedFlagIsCheckedWhenItIsSent(String text) {
        refused(new dev.tegami.imap.internal.command.Store(
                UidSet.of(1),
                dev.tegami.imap.internal.command.Store.ALWAYS,
                "FLAGS",
                java.util.List.of(Flag.received(text))));
    }

    /** U+760D and U+760A would become CR and LF if a char were narrowed to a byte. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u760D\u760AA2 NOOP"})
    void nothingIsNarrowed(String text) {
        Script script = new Script(false);
        new OnFolder("CREATE", text).write(script);
        org.assertj.core.api.Assertions.assertThat(script.pieces().toString()).doesNotContain("\r", "\n");
    }
}
