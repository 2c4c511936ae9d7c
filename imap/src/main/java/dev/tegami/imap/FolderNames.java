package dev.tegami.imap;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names under which clients and servers make folders for a use, for servers without SPECIAL-USE. */
final class FolderNames {
    private static final Map<String, SpecialUse> USES = new HashMap<>();

    static {
        put(SpecialUse.SENT, "sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet");
        put(SpecialUse.SENT, "gesendete objekte", "gesendete elemente", "envoyés", "messages envoyés");
        put(SpecialUse.SENT, "enviados", "elementos enviados", "posta inviata", "inviati", "verzonden items");
        put(SpecialUse.SENT, "verzonden", "skickat", "wysłane", "отправленные", "送信済み", "送信済みアイテム", "已发送");
        put(SpecialUse.DRAFTS, "draft", "drafts", "entwürfe", "brouillons", "borradores", "rascunhos", "bozze");
        put(SpecialUse.DRAFTS, "concepten", "utkast", "robocze", "черновики", "下書き", "草稿", "草稿箱");
        put(SpecialUse.TRASH, "trash", "deleted", "deleted items", "deleted messages", "bin", "papierkorb");
        put(SpecialUse.TRASH, "gelöschte objekte", "gelöschte elemente", "corbeille", "éléments supprimés");
        put(SpecialUse.TRASH, "papelera", "elementos eliminados", "lixeira", "cestino", "prullenbak");
        put(SpecialUse.TRASH, "papperskorgen", "kosz", "корзина", "удаленные", "ゴミ箱", "已删除", "已删除邮件");
        put(SpecialUse.JUNK, "junk", "spam", "junk e-mail", "junk email", "junk mail", "bulk mail", "spamverdacht");
        put(SpecialUse.JUNK, "junk-e-mail", "courrier indésirable", "indésirables", "correo no deseado");
        put(SpecialUse.JUNK, "posta indesiderata", "ongewenste e-mail", "skräppost", "спам", "迷惑メール", "垃圾邮件");
        put(SpecialUse.ARCHIVE, "archive", "archives", "archiv", "archivo", "archivio", "archief", "arkiv");
        put(SpecialUse.ARCHIVE, "archiwum", "архив", "アーカイブ", "存档");
        put(SpecialUse.ALL, "all mail", "alle nachrichten", "tous les messages");
    }

    private FolderNames() {}

    private static void put(SpecialUse use, String... names) {
        for (String name : names) {
            USES.put(name, use);
        }
    }

    /** The last level counts, and only at the top or just below INBOX: elsewhere a user means something of their own. */
    static Optional<SpecialUse> use(String name, String separator) {
        String rest = name;
        if (!separator.isEmpty() && name.regionMatches(true, 0, "INBOX" + separator, 0, 5 + separator.length())) {
            rest = name.substring(5 + separator.length());
        }
        if (!separator.isEmpty() && rest.contains(separator)) {
            return Optional.empty();
        }
        return Optional.ofNullable(USES.get(rest.toLowerCase(Locale.ROOT)));
    }
}
