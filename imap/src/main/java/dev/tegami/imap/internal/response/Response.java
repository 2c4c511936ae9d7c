package dev.tegami.imap.internal.response;

/** What a server sends. */
public sealed interface Response
        permits Tagged,
                Continuation,
                Condition,
                Capability,
                Listed,
                StatusData,
                Numbers,
                Esearch,
                Flags,
                Count,
                Fetched,
                VanishedData,
                NamespaceData,
                QuotaData,
                ThreadData,
                AclData,
                MyRightsData,
                ListRightsData,
                MetadataData,
                LanguageData,
                JmapAccess,
                UidBatchesData,
                Words,
                Unknown,
                Malformed {}
