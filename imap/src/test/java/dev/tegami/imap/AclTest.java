package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what with a folder (RFC 4314, RFC 8440). */
class AclTest {
    @Test
    void rightsAreAskedForSetAndTaken() throws Exception {
        Dialogue.with(
                "ACL RIGHTS=texk",
                imap -> {
                    FolderAccess access = imap.access("Projects");
                    assertThat(access.mine().named())
                            .containsExactlyInAnyOrder(Right.LOOKUP, Right.READ, Right.SEEN, Right.ADMINISTER);
                    assertThat(access.all())
                            .containsExactly(
                                    java.util.Map.entry("ada", Rights.parse("lrswipkxtea")),
                                    java.util.Map.entry("-bob", Rights.parse("w")),
                                    java.util.Map.entry("the others", Rights.NONE));
                    Grantable grantable = access.grantable("bob");
                    assertThat(grantable.always()).isEqualTo(Rights.of(Right.LOOKUP));
                    assertThat(grantable.groups())
                            .isEqualTo(List.of(Rights.parse("r"), Rights.parse("swi"), Rights.parse("0")));
                    access.set("bob", Rights.of(Right.READ, Right.LOOKUP));
                    access.grant("bob", Rights.of(Right.DELETE_MESSAGES));
                    access.revoke("grüße", Rights.of(Right.CREATE));
                    access.set("nobody", Rights.NONE);
                    access.remove("-bob");
                },
                "C: A1 MYRIGHTS \"Projects\"",
                "S: * MYRIGHTS Projects lrsa",
                "S: A1 OK done",
                "C: A2 GETACL \"Projects\"",
                "S: * ACL Projects ada lrswipkxtea -bob w \"the others\" \"\"",
                "S: A2 OK done",
                "C: A3 LISTRIGHTS \"Projects\" \"bob\"",
                "S: * LISTRIGHTS Projects bob l r swi 0",
                "S: A3 OK done",
                "C: A4 SETACL \"Projects\" \"bob\" \"lr\"",
                "S: A4 OK done",
                "C: A5 SETACL \"Projects\" \"bob\" \"+t\"",
                "S: A5 OK done",
                "C: A6 SETACL \"Projects\" {7}",
                "S: + go on",
                "C: grüße \"-k\"",
                "S: A6 OK done",
                "C: A7 SETACL \"Projects\" \"nobody\" \"\"",
                "S: A7 OK done",
                "C: A8 DELETEACL \"Projects\" \"-bob\"",
                "S: A8 OK done");
    }

    @Test
    void anOldServerGetsTheOldRightsWhereTheyMeanTheSameAndNothingElse() throws Exception {
        Dialogue.with(
                "ACL",
                imap -> {
                    FolderAccess access = imap.access("Projects");
                    access.grant("bob", Rights.parse("lrkte"));
                    assertThat(access.mine().has(Right.CREATE)).isTrue();
                    assertThat(access.mine().has(Right.EXPUNGE)).isFalse();
                    assertThatThrownBy(() -> access.grant("bob", Rights.of(Right.EXPUNGE)))
                            .isInstanceOf(UnsupportedOperationException.class)
                            .hasMessageContaining("RIGHTS=");
                },
                "C: A1 SETACL \"Projects\" \"bob\" \"+cdlr\"",
                "S: A1 OK done",
                "C: A2 MYRIGHTS \"Projects\"",
                "S: * MYRIGHTS Projects lrc",
                "S: A2 OK done",
                "C: A3 MYRIGHTS \"Projects\"",
                "S: * MYRIGHTS Projects lrc",
                "S: A3 OK done");
    }

    @Test
    void newRightsBesideOldOnesCountAsTheyAre() {
        Rights mixed = Rights.parse("lrkc");
        assertThat(mixed.has(Right.CREATE)).isTrue();
        assertThat(mixed.has(Right.DELETE_FOLDER)).isFalse();
        assertThat(Rights.parse("rl").and(Rights.parse("s")).without(Rights.parse("l")))
                .isEqualTo(Rights.parse("rs"))
                .hasToString("rs");
        assertThatIllegalArgumentException().isThrownBy(() -> Rights.parse("l r"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rights.parse("+l"));
    }

    @Test
    void rightsAreListedWithTheFolders() throws Exception {
        Dialogue.with(
                "ACL LIST-EXTENDED LIST-MYRIGHTS",
                imap -> {
                    List<FolderListing> all = imap.list(ListQuery.matching("%").withRights());
                    assertThat(all.get(0).rights()).contains(Rights.parse("lrs"));
                    assertThat(all.get(1).rights()).isEmpty();
                },
                "C: A1 LIST \"\" \"%\" RETURN (SUBSCRIBED CHILDREN MYRIGHTS)",
                "S: * LIST () \"/\" INBOX",
                "S: * MYRIGHTS INBOX lrs",
                "S: * LIST (\\NonExistent) \"/\" Shared",
                "S: A1 OK done");
    }

    @Test
    void withoutTheExtensionEachFolderIsAskedAndOneThatMayNotBeAskedIsKept() throws Exception {
        Dialogue.with(
                "ACL",
                imap -> {
                    List<FolderListing> all = imap.list(ListQuery.all().withRights());
                    assertThat(all).hasSize(2);
                    assertThat(all.get(0).rights()).contains(Rights.parse("lrs"));
                    assertThat(all.get(1).rights()).isEmpty();
                },
                "C: A1 LIST \"\" \"*\"",
                "S: * LIST () \"/\" INBOX",
                "S: * LIST () \"/\" Shared",
                "S: A1 OK done",
                "C: A2 MYRIGHTS \"INBOX\"",
                "S: * MYRIGHTS INBOX lrs",
                "S: A2 OK done",
                "C: A3 MYRIGHTS \"Shared\"",
                "S: A3 NO [NOPERM] not yours");
    }
}
