package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tegami.imap.internal.command.Annotate;
import dev.tegami.imap.internal.command.Append;
import dev.tegami.imap.internal.command.CancelUpdate;
import dev.tegami.imap.internal.command.Command;
import dev.tegami.imap.internal.command.Copy;
import dev.tegami.imap.internal.command.CreateFor;
import dev.tegami.imap.internal.command.DeleteAcl;
import dev.tegami.imap.internal.command.Enable;
import dev.tegami.imap.internal.command.FindCommand;
import dev.tegami.imap.internal.command.FollowCommand;
import dev.tegami.imap.internal.command.GetAcl;
import dev.tegami.imap.internal.command.GetMetadata;
import dev.tegami.imap.internal.command.GetQuota;
import dev.tegami.imap.internal.command.GetQuotaRoot;
import dev.tegami.imap.internal.command.Id;
import dev.tegami.imap.internal.command.Language;
import dev.tegami.imap.internal.command.ListCommand;
import dev.tegami.imap.internal.command.ListRights;
import dev.tegami.imap.internal.command.Login;
import dev.tegami.imap.internal.command.MultiSearch;
import dev.tegami.imap.internal.command.MyRights;
import dev.tegami.imap.internal.command.OnFolder;
import dev.tegami.imap.internal.command.Rename;
import dev.tegami.imap.internal.command.Replace;
import dev.tegami.imap.internal.command.SearchCommand;
import dev.tegami.imap.internal.command.Select;
import dev.tegami.imap.internal.command.SetAcl;
import dev.tegami.imap.internal.command.SetMetadata;
import dev.tegami.imap.internal.command.SortCommand;
import dev.tegami.imap.internal.command.StatusCommand;
import dev.tegami.imap.internal.command.StoreLabels;
import dev.tegami.imap.internal.command.TallyCommand;
import dev.tegami.imap.internal.command.ThreadCommand;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.mime.Message;
import java.util.List;
import java.util.Map;
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
        refused(new ListCommand(text));
        refused(new StatusCommand(text, "MESSAGES"));
        refused(new Select("SELECT", text));
        refused(new Rename(text, "b"));
        refused(new Rename("a", text));
        refused(new Copy("COPY", UidSet.of(1), text));
        refused(new Append(text, List.of(), Append.Headers.AS_THEY_ARE));
        refused(new GetQuotaRoot(text));
        refused(new Id(Map.of(text, "x")));
        refused(new Id(Map.of("name", text)));
        refused(new Enable(List.of(text)));
        refused(new SortCommand("ARRIVAL", Search.from(text).words()));
        refused(new ThreadCommand("REFS", Search.from(text).words()));
        refused(new TallyCommand(Search.emailId(text).words()));
        refused(new MyRights(text));
        refused(new GetAcl(text));
        refused(new ListRights(text, "bob"));
        refused(new ListRights("INBOX", text));
        refused(new SetAcl(text, "bob", "+", Rights.NONE));
        refused(new SetAcl("INBOX", text, "+", Rights.NONE));
        refused(new DeleteAcl(text, "bob"));
        refused(new DeleteAcl("INBOX", text));
        refused(new GetMetadata(text, MetadataQuery.of("/shared/comment"), ""));
        refused(new GetMetadata("INBOX", MetadataQuery.of("/shared/" + text), ""));
        refused(new SetMetadata(text, List.of(MetadataEntry.text("/shared/comment", "x")), ""));
        refused(new SetMetadata("INBOX", List.of(MetadataEntry.text("/shared/" + text, "x")), ""));
        refused(new ListCommand("LIST", "", "*", List.of(), List.of("/shared/" + text)));
        refused(new CreateFor(text, List.of(SpecialUse.SENT)));
        refused(new GetQuota(text, ""));
        refused(GetQuota.setting(text, List.of()));
        refused(GetQuota.setting("", List.of(new QuotaLimit(text, 1))));
        refused(new Language(List.of(text)));
        refused(new FindCommand("", "ALL", Search.gmail(text).words()));
        refused(new FindCommand("SUBJECT", "ALL", Search.gmailLabel("x" + text).words()));
        refused(new FollowCommand("", Search.from(text).words()));
        refused(new CancelUpdate(text));
        refused(new MultiSearch(SearchScope.folders(text), Search.all().words()));
        refused(new MultiSearch(SearchScope.personal(), Search.from(text).words()));
        refused(new Replace(1, text, NewMessage.of(Message.parse(new byte[0]))));
        refused(Catenation.of("x").into(text));
        refused(new StoreLabels(UidSet.of(1), "X-GM-LABELS", List.of(text)));
        refused(new Annotate(UidSet.of(1), List.of(Annotation.own("/" + text, "x"))));
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
