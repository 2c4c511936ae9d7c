package dev.tegami.interop;

import dev.tegami.interop.ImapFeature.Subject;
import java.util.ArrayList;
import java.util.List;

/** The lines of the matrix. */
final class ImapFeatures {
    private static final List<ImapFeature> ALL = new ArrayList<>();

    static {
        put(Subject.CONNECTION, "STARTTLS", "STARTTLS", "C: \\w+ STARTTLS");
        put(Subject.CONNECTION, "LOGINDISABLED", "LOGINDISABLED", "-- refused to send LOGIN");
        put(Subject.CONNECTION, "SASL-IR", "SASL-IR", "C: \\w+ AUTHENTICATE \\S+ \\S+");
        for (String mechanism : List.of(
                "PLAIN",
                "LOGIN",
                "CRAM-MD5",
                "DIGEST-MD5",
                "SCRAM-SHA-1",
                "SCRAM-SHA-256",
                "OAUTHBEARER",
                "XOAUTH2",
                "EXTERNAL",
                "ANONYMOUS")) {
            put(
                    Subject.CONNECTION,
                    "AUTH=" + mechanism,
                    "AUTH=" + mechanism,
                    "C: \\w+ AUTHENTICATE " + mechanism + "( .*)?$");
        }
        put(Subject.CONNECTION, "ID", "ID", "C: \\w+ ID \\(");
        put(Subject.CONNECTION, "ENABLE", "ENABLE", "S: \\* ENABLED \\S");
        put(Subject.CONNECTION, "IMAP4rev2", "IMAP4REV2", "S: \\* ENABLED .*IMAP4rev2");
        put(Subject.CONNECTION, "UTF8=ACCEPT", "UTF8=ACCEPT", "S: \\* ENABLED .*UTF8=ACCEPT");
        put(Subject.CONNECTION, "LITERAL+", "LITERAL\\+", "C: .*\\{\\d+\\+\\}$");
        put(Subject.CONNECTION, "LITERAL-", "LITERAL-", "C: .*\\{\\d+\\+\\}$");
        put(Subject.CONNECTION, "COMPRESS=DEFLATE", "COMPRESS=DEFLATE", "C: \\w+ COMPRESS DEFLATE");

        put(Subject.FOLDERS, "CREATE, RENAME, DELETE", "", "C: \\w+ RENAME ");
        put(Subject.FOLDERS, "SUBSCRIBE", "", "C: \\w+ SUBSCRIBE ");
        put(Subject.FOLDERS, "modified UTF-7", "", "C: \\w+ CREATE .*&[A-Za-z0-9+,]+-");
        put(Subject.FOLDERS, "NAMESPACE", "NAMESPACE", "C: \\w+ NAMESPACE");
        put(Subject.FOLDERS, "LIST-EXTENDED", "LIST-EXTENDED", "C: \\w+ LIST .*RETURN \\(");
        put(Subject.FOLDERS, "LIST-STATUS", "LIST-STATUS", "C: \\w+ LIST .*RETURN \\(.*STATUS \\(");
        put(Subject.FOLDERS, "CHILDREN", "CHILDREN", "S: \\* LIST \\(.*\\\\Has(No)?Children");
        put(Subject.FOLDERS, "SPECIAL-USE", "SPECIAL-USE", "S: \\* LIST \\(.*(?i)\\\\(Sent|Drafts|Trash|Junk)");
        put(Subject.FOLDERS, "STATUS=SIZE", "STATUS=SIZE", "S: \\* STATUS .*[( ]SIZE \\d");
        put(
                Subject.FOLDERS,
                "APPENDLIMIT",
                "APPENDLIMIT(=\\d+)?",
                "C: \\w+ (STATUS|LIST) .*APPENDLIMIT|-- the limit that the capability names");
        put(Subject.FOLDERS, "QUOTA", "QUOTA", "C: \\w+ GETQUOTAROOT ");
        put(Subject.FOLDERS, "OBJECTID of folders", "OBJECTID", "S: \\* STATUS .*MAILBOXID \\(");

        put(Subject.MESSAGES, "FETCH of all items", "", "C: \\w+ UID FETCH .*ENVELOPE.*BODYSTRUCTURE");
        put(Subject.MESSAGES, "FETCH of sections", "", "C: \\w+ UID FETCH .*BODY.PEEK\\[HEADER.FIELDS");
        put(Subject.MESSAGES, "BINARY", "BINARY", "S: .*BINARY\\[");
        put(Subject.MESSAGES, "PREVIEW", "PREVIEW", "S: .* FETCH .*PREVIEW ");
        put(Subject.MESSAGES, "SAVEDATE", "SAVEDATE", "S: .* FETCH .*SAVEDATE \"");
        put(Subject.MESSAGES, "OBJECTID of messages", "OBJECTID", "S: .* FETCH .*EMAILID \\(");
        put(Subject.MESSAGES, "STORE, keywords", "", "C: \\w+ UID STORE .*\\+FLAGS.*\\$Forwarded");
        put(Subject.MESSAGES, "STORE UNCHANGEDSINCE", "CONDSTORE", "C: \\w+ UID STORE .*UNCHANGEDSINCE");
        put(Subject.MESSAGES, "COPY", "", "C: \\w+ UID COPY ");
        put(Subject.MESSAGES, "MOVE", "MOVE", "C: \\w+ UID MOVE ");
        put(Subject.MESSAGES, "UIDPLUS: APPENDUID", "UIDPLUS", "S: .*\\[APPENDUID \\d");
        put(Subject.MESSAGES, "UIDPLUS: COPYUID", "UIDPLUS", "S: .*\\[COPYUID \\d");
        put(Subject.MESSAGES, "UIDPLUS: UID EXPUNGE", "UIDPLUS", "C: \\w+ UID EXPUNGE ");
        put(Subject.MESSAGES, "APPEND with flags and date", "", "C: \\w+ APPEND .*\\(.*\\) \".*\\{");
        put(Subject.MESSAGES, "MULTIAPPEND", "MULTIAPPEND", "C:  \\(?.*\\{\\d+\\+?\\}$");
        put(Subject.MESSAGES, "UNSELECT", "UNSELECT", "C: \\w+ UNSELECT");

        put(Subject.SEARCH, "SEARCH with every key", "", "C: \\w+ UID SEARCH .*SENTON");
        put(Subject.SEARCH, "ESEARCH", "ESEARCH", "C: \\w+ UID SEARCH RETURN \\(MIN MAX COUNT\\)");
        put(Subject.SEARCH, "SORT", "SORT", "C: \\w+ UID SORT ");
        put(Subject.SEARCH, "THREAD=ORDEREDSUBJECT", "THREAD=ORDEREDSUBJECT", "C: \\w+ UID THREAD ORDEREDSUBJECT");
        put(Subject.SEARCH, "THREAD=REFERENCES", "THREAD=REFERENCES", "C: \\w+ UID THREAD REFERENCES");
        put(Subject.SEARCH, "THREAD=REFS", "THREAD=REFS", "C: \\w+ UID THREAD REFS");
        put(Subject.SEARCH, "WITHIN", "WITHIN", "C: \\w+ UID SEARCH .*YOUNGER");
        put(Subject.SEARCH, "SAVEDATE in SEARCH", "SAVEDATE", "C: \\w+ UID SEARCH .*SAVEDSINCE");
        put(Subject.SEARCH, "OBJECTID in SEARCH", "OBJECTID", "C: \\w+ UID SEARCH .*EMAILID");
        put(Subject.SEARCH, "CONDSTORE in SEARCH", "CONDSTORE", "C: \\w+ UID SEARCH .*MODSEQ");

        put(Subject.NEWS, "IDLE", "IDLE", "C: DONE");
        put(Subject.NEWS, "NOTIFY", "NOTIFY", "C: \\w+ NOTIFY SET ");
        put(Subject.NEWS, "CONDSTORE in sync", "CONDSTORE", "C: \\w+ UID FETCH .*\\(CHANGEDSINCE ");
        put(Subject.NEWS, "QRESYNC in sync", "QRESYNC", "C: \\w+ .*VANISHED\\)|C: \\w+ SELECT .*\\(QRESYNC ");

        administration();
        finding();
        writing();
        scale();
    }

    private static void scale() {
        put(Subject.SCALE, "UIDONLY", "UIDONLY", "S: \\* \\d+ UIDFETCH ");
        put(Subject.SCALE, "PARTIAL in FETCH", "PARTIAL", "C: \\w+ UID FETCH .*\\(PARTIAL ");
        put(Subject.SCALE, "UIDBATCHES", "UIDBATCHES", "C: \\w+ UIDBATCHES ");
        put(Subject.SCALE, "MESSAGELIMIT", "MESSAGELIMIT=\\d+", "S: .*\\[MESSAGELIMIT ");
        put(Subject.SCALE, "SAVELIMIT", "SAVELIMIT=\\d+", "C: \\w+ UID COPY ");
        put(Subject.SCALE, "INPROGRESS", "INPROGRESS", "S: \\* OK \\[INPROGRESS");
    }

    private static void writing() {
        put(Subject.WRITING, "REPLACE", "REPLACE", "C: \\w+ UID REPLACE ");
        put(Subject.WRITING, "CATENATE", "CATENATE", "C: .* URL \"/");
        put(Subject.WRITING, "ANNOTATE", "ANNOTATE-EXPERIMENT-1", "S: .* FETCH .*ANNOTATION \\(");
        put(Subject.WRITING, "X-GM-EXT-1", "X-GM-EXT-1", "C: \\w+ UID STORE .*X-GM-LABELS");
    }

    private static void finding() {
        put(Subject.FINDING, "SEARCHRES", "SEARCHRES|IMAP4REV2", "C: \\w+ UID STORE \\$ ");
        put(Subject.FINDING, "PARTIAL", "PARTIAL", "C: \\w+ UID SEARCH RETURN \\(.*PARTIAL -");
        put(Subject.FINDING, "CONTEXT=SEARCH: a stretch", "CONTEXT=SEARCH", "C: \\w+ UID SEARCH RETURN \\(.*PARTIAL ");
        put(Subject.FINDING, "CONTEXT=SEARCH: news", "CONTEXT=SEARCH", "S: \\* ESEARCH .*ADDTO");
        put(Subject.FINDING, "CONTEXT=SORT", "CONTEXT=SORT", "C: \\w+ UID SORT RETURN \\(.*PARTIAL ");
        put(Subject.FINDING, "ESORT", "ESORT", "C: \\w+ UID SORT RETURN \\(");
        put(Subject.FINDING, "SORT=DISPLAY", "SORT=DISPLAY", "C: \\w+ UID SORT .*DISPLAYFROM");
        put(Subject.FINDING, "SEARCH=FUZZY", "SEARCH=FUZZY", "C: \\w+ UID SEARCH .*FUZZY ");
        put(Subject.FINDING, "FILTERS", "FILTERS", "C: \\w+ UID SEARCH .*FILTER ");
        put(Subject.FINDING, "MULTISEARCH", "MULTISEARCH", "S: \\* ESEARCH .*MAILBOX ");
    }

    private ImapFeatures() {}

    private static void administration() {
        put(Subject.ADMINISTRATION, "ACL", "ACL", "S: \\* ACL ");
        put(Subject.ADMINISTRATION, "LIST-MYRIGHTS", "LIST-MYRIGHTS", "C: \\w+ LIST .*RETURN \\(.*MYRIGHTS");
        put(Subject.ADMINISTRATION, "METADATA", "METADATA", "S: \\* METADATA .*/private/comment");
        put(Subject.ADMINISTRATION, "LIST-METADATA", "LIST-METADATA", "C: \\w+ LIST .*RETURN \\(.*METADATA \\(");
        put(
                Subject.ADMINISTRATION,
                "CREATE-SPECIAL-USE",
                "CREATE-SPECIAL-USE",
                "C: \\w+ CREATE .*\\(USE \\(\\\\Archive\\)\\)");
        put(Subject.ADMINISTRATION, "QUOTA=RES-*", "QUOTA=RES-STORAGE", "S: \\* STATUS .*DELETED-STORAGE \\d");
        put(Subject.ADMINISTRATION, "QUOTASET", "QUOTASET", "C: \\w+ SETQUOTA ");
        put(Subject.ADMINISTRATION, "UTF8=ONLY", "UTF8=ONLY", "S: \\* ENABLED .*UTF8");
        put(Subject.ADMINISTRATION, "UNAUTHENTICATE", "UNAUTHENTICATE", "C: \\w+ UNAUTHENTICATE");
        put(Subject.ADMINISTRATION, "JMAPACCESS", "JMAPACCESS", "C: \\w+ GETJMAPACCESS");
        put(Subject.ADMINISTRATION, "LANGUAGE", "LANGUAGE", "C: \\w+ LANGUAGE");
    }

    private static void put(Subject subject, String title, String offer, String proof) {
        ALL.add(new ImapFeature(subject, title, offer, proof));
    }

    static List<ImapFeature> of(Subject subject) {
        return ALL.stream().filter(each -> each.subject() == subject).toList();
    }
}
