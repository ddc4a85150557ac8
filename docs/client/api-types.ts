/** Made from the OpenAPI document by `npm run write:api-types`; not to be changed by hand. */
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the interface is and where its resources are */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description, as OpenAPI 3.1 */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resolutions with their present versions, in order of slug */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Import a file
         * @description The file is the body, or the part `file` of a form whose other parts take the place of the parameters. What it is, is told from its content first, then from `name`. All of it is kept, or nothing.
         */
        post: operations["importDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A resolution with its present versions and the files that they come from */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The formats that a document can be downloaded in */
        get: operations["listExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}/exports/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Some versions of a document, aligned, as a file
         * @description Formats: docx, xlsx, csv, tsv, html, markdown, tmx, xliff, xliff2, json, tbx, tbx3, akn. Where the format makes several files of so many versions, a ZIP archive.
         */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions without their texts, by document and language */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its text */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/versions/{version}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that a version was read from, byte for byte */
        get: operations["getVersionFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alignments, by document
         * @description A job `align-resolution` makes one, and so does a page or an export that shows it for the first time.
         */
        get: operations["listAlignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments/{alignment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An alignment without its rows */
        get: operations["getAlignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments/{alignment}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of an alignment, in order */
        get: operations["listRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments/{alignment}/rows/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A row with its paragraphs */
        get: operations["getRow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments/{alignment}/rows/{row}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said of a row; its ETag is the revision */
        get: operations["getConfirmation"];
        /**
         * Confirm a row, which no later alignment changes
         * @description Also refused where a row with some of the same paragraphs is confirmed, or the alignment is superseded.
         */
        put: operations["confirmRow"];
        post?: never;
        /** Take a confirmation back */
        delete: operations["withdrawConfirmation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings of present alignments, or of one alignment, with what is settled of them */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{finding}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finding */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is settled now, by scope and key */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/{scope}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is settled under a key, with its history; its ETag is the revision */
        get: operations["getDecision"];
        /** Settle the findings of a key */
        put: operations["settle"];
        post?: never;
        /** Take the last decision back: what was settled before it holds again */
        delete: operations["undoDecision"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the decisions of an edited workbook back
         * @description The file is an XLSX export in which findings were settled; the body, or the part `file` of a form. Nothing is written unless `apply` says so; then every line that can be followed is, with the revision that the file has seen, and the others are refused line by line. Texts are never taken.
         */
        post: operations["settleFromWorkbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Concepts of the term base, the best first where words are looked for */
        get: operations["listTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{term}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A concept */
        get: operations["getTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/term-bases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Term bases that people have brought, in order of name */
        get: operations["listTermBases"];
        put?: never;
        /**
         * Bring a term base under a new name
         * @description TBX 2 or 3, CSV or XLSX with a column a language, told from its content; the body, or the part `file` of a form. Lines that cannot be read are left out and told. All of the rest is kept, or nothing.
         */
        post: operations["importTermBase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/term-bases/{base}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A term base without its concepts; its ETag is the revision
         * @description Its concepts are at /terms?base=….
         */
        get: operations["getTermBase"];
        /**
         * Bring a term base anew; the revision before stays
         * @description TBX 2 or 3, CSV or XLSX with a column a language, told from its content; the body, or the part `file` of a form. Lines that cannot be read are left out and told. All of the rest is kept, or nothing.
         */
        put: operations["replaceTermBase"];
        post?: never;
        /** Take a term base away; its revisions stay in the store */
        delete: operations["removeTermBase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/term-bases/{base}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A term base as a file */
        get: operations["getTermBaseFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, the latest first, without those that are parts of others */
        get: operations["listJobs"];
        put?: never;
        /**
         * Add a job
         * @description Where one of the same kind and input waits or runs, that one is answered.
         */
        post: operations["addJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a job: at once where it waits, within seconds where it runs */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Index: {
            name: string;
            version: string;
            resources: {
                [key: string]: string;
            };
        };
        Document: {
            /**
             * @description A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.
             * @example A-RES-76-299
             */
            slug: string;
            symbol: string;
            adopted: string | null;
            meeting: number | null;
            /** @description By language. */
            titles: {
                [key: string]: string;
            };
            versions: components["schemas"]["VersionSummary"][];
        };
        VersionSummary: {
            id: string;
            /**
             * @description A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.
             * @example A-RES-76-299
             */
            document: string;
            language: string;
            /** @enum {string} */
            status: "official" | "unofficial" | "unknown";
            title: string | null;
            source: string | null;
            /** @enum {string} */
            origin: "shipped" | "imported";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            addedAt: string;
            /** @description When another text took its place; null for the present one. */
            supersededAt: string | null;
            file: components["schemas"]["SourceFile"] | null;
        };
        Version: {
            id: string;
            /**
             * @description A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.
             * @example A-RES-76-299
             */
            document: string;
            language: string;
            /** @enum {string} */
            status: "official" | "unofficial" | "unknown";
            title: string | null;
            source: string | null;
            /** @enum {string} */
            origin: "shipped" | "imported";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            addedAt: string;
            /** @description When another text took its place; null for the present one. */
            supersededAt: string | null;
            file: components["schemas"]["SourceFile"] | null;
            symbol: string | null;
            paragraphs: {
                address: string;
                /** @enum {string} */
                kind: "heading" | "title" | "enacting" | "preambular" | "operative" | "section" | "article" | "annex" | "table" | "footnote" | "closing" | "body";
                label: string | null;
                text: string;
                marks: {
                    at: number;
                    mark: string;
                    note: string | null;
                }[];
                italics: {
                    from: number;
                    to: number;
                }[];
            }[];
        };
        SourceFile: {
            name: string;
            type: string;
            /** @description Bytes. */
            size: number;
            sha256: string;
        };
        Alignment: {
            id: string;
            /**
             * @description A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.
             * @example A-RES-76-299
             */
            document: string;
            symbol: string;
            pivot: string;
            versions: {
                language: string;
                id: string;
            }[];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            madeAt: string;
            supersededAt: string | null;
        };
        Row: {
            id: string;
            /** @enum {string} */
            kind: "heading" | "title" | "enacting" | "preambular" | "operative" | "section" | "article" | "annex" | "table" | "footnote" | "closing" | "body";
            cells: {
                [key: string]: string[];
            };
            confidence: number;
            evidence: {
                /** @enum {string} */
                kind: "symbol" | "date" | "number" | "concept" | "meaning" | "name" | "opening" | "note" | "label" | "words" | "learned" | "length" | "version" | "vectors" | "file";
                value: string;
                weight: number;
            }[];
            moved: string[];
            confirmation: components["schemas"]["Confirmation"];
            texts?: {
                [key: string]: {
                    address: string;
                    label: string | null;
                    text: string;
                }[];
            };
        };
        Confirmation: {
            /**
             * @description A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.
             * @example A-RES-76-299
             */
            document: string;
            /** @description Made of what the row says, so that it outlives an alignment. */
            key: string;
            /** @description Of the last entry, 0 where there was never one; the number in the ETag. */
            revision: number;
            confirmed: boolean;
            by: string | null;
            at: string | null;
        };
        Finding: {
            /** @enum {string} */
            code: "number" | "date" | "symbol" | "opening-verb" | "footnote" | "gap" | "term-missing" | "term-added" | "term-variant" | "term-deprecated" | "term-order" | "term-inconsistent" | "name" | "country-name" | "negation" | "obligation" | "list-length" | "quotation" | "brackets" | "untranslated" | "omission" | "length";
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            row: string;
            places: {
                [key: string]: {
                    from: number;
                    to: number;
                    address: string;
                }[];
            };
            found: string | null;
            expected: string | null;
            rule: string;
            sought: string[];
            matched: string | null;
            concept: string | null;
            confidence: number;
            id: string;
            alignment: string;
            /**
             * @description A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.
             * @example A-RES-76-299
             */
            document: string;
            symbol: string;
            keys: {
                finding: string;
                text: string;
                everywhere: string;
            };
            decision: components["schemas"]["Decision"] | null;
        };
        Decision: {
            /** @enum {string} */
            scope: "finding" | "text" | "everywhere";
            key: string;
            verdict: ("error" | "accepted" | "ignored") | null;
            reason: string | null;
            by: string | null;
            at: string | null;
            /** @description Of the last entry, 0 where there was never one; the number in the ETag. */
            revision: number;
            document: string | null;
            undoes: number | null;
        };
        DecisionWithHistory: {
            /** @enum {string} */
            scope: "finding" | "text" | "everywhere";
            key: string;
            verdict: ("error" | "accepted" | "ignored") | null;
            reason: string | null;
            by: string | null;
            at: string | null;
            /** @description Of the last entry, 0 where there was never one; the number in the ETag. */
            revision: number;
            document: string | null;
            undoes: number | null;
            history: components["schemas"]["Decision"][];
        };
        Concept: {
            id: string;
            field: string;
            definition?: string;
            source?: string;
            note?: string;
            terms: {
                [key: string]: {
                    wording: string;
                    /** @enum {string} */
                    status: "preferred" | "admitted" | "deprecated" | "forbidden";
                    /** @enum {string} */
                    match: "exact" | "inflected" | "begins";
                    weak?: boolean;
                    gap?: boolean;
                    partOfSpeech?: string;
                    note?: string;
                }[];
            };
        };
        TermBaseSummary: {
            name: string;
            /** @description Of the last entry, 0 where there was never one; the number in the ETag. */
            revision: number;
            by: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            at: string;
        };
        TermBase: {
            name: string;
            /** @description Of the last entry, 0 where there was never one; the number in the ETag. */
            revision: number;
            by: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            at: string;
            concepts: number;
            languages: string[];
        };
        ImportedTermBase: {
            name: string;
            /** @description Of the last entry, 0 where there was never one; the number in the ETag. */
            revision: number;
            by: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            at: string;
            concepts: number;
            languages: string[];
            /** @description Lines of the file that could not be read, from 1. */
            refused: {
                line: number;
                reason: string;
                detail: string;
            }[];
        };
        WorkbookPlan: {
            symbol: string;
            /** @description Whether it was written. */
            applied: boolean;
            planned: {
                sheet: string;
                /** @description As the sheet counts, from 1. */
                line: number;
                row: string;
                /** @enum {string} */
                kind: "set" | "changed" | "withdrawn";
                /** @enum {string} */
                code: "number" | "date" | "symbol" | "opening-verb" | "footnote" | "gap" | "term-missing" | "term-added" | "term-variant" | "term-deprecated" | "term-order" | "term-inconsistent" | "name" | "country-name" | "negation" | "obligation" | "list-length" | "quotation" | "brackets" | "untranslated" | "omission" | "length";
                languages: string[];
                key: string;
                /** @description What holds until then. */
                from: {
                    /** @enum {string} */
                    scope: "finding" | "text" | "everywhere";
                    key: string;
                    /** @enum {string} */
                    verdict: "error" | "accepted" | "ignored";
                    /** @default null */
                    reason: string | null;
                    /** @default null */
                    by: string | null;
                    /** @default null */
                    at: string | null;
                } | null;
                to: {
                    /** @enum {string} */
                    verdict: "error" | "accepted" | "ignored";
                    reason: string | null;
                } | null;
            }[];
            refused: {
                sheet: string;
                /** @description As the sheet counts, from 1. */
                line: number;
                row: string;
                /** @enum {string} */
                reason: "unknown-id" | "unknown-verdict" | "no-finding" | "no-verdict" | "no-reason" | "two-decisions" | "no-column" | "finding-gone" | "decided-since" | "wider-scope";
                detail: string;
            }[];
            /** @description Texts that were edited, and are not taken. */
            changedTexts: {
                sheet: string;
                /** @description As the sheet counts, from 1. */
                line: number;
                row: string;
                language: string;
            }[];
        };
        Job: {
            id: string;
            kind: string;
            parent: string | null;
            input: unknown;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Steps or parts done. */
            done: number;
            total: number | null;
            /** @description Whether somebody has asked for its end. */
            cancel: boolean;
            result: unknown;
            error: {
                code: string;
                detail: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            queuedAt: string;
            startedAt: string | null;
            endedAt: string | null;
        };
        ExportFormat: {
            /** @enum {string} */
            format: "docx" | "xlsx" | "csv" | "tsv" | "html" | "markdown" | "tmx" | "xliff" | "xliff2" | "json" | "tbx" | "tbx3" | "akn";
            extension: string;
            type: string;
        };
        Imported: {
            /**
             * @description A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.
             * @example A-RES-76-299
             */
            document: string;
            symbol: string;
            /** @description Rows of an aligned file, which are not kept: its texts are aligned anew. */
            rows: number;
            texts: {
                language: string;
                /** @enum {string} */
                status: "official" | "unofficial" | "unknown";
                title: string | null;
                paragraphs: number;
                /** @enum {string} */
                outcome: "added" | "replaced" | "unchanged";
                before: ("official" | "unofficial" | "unknown") | null;
                notices: {
                    code: string;
                    detail: string;
                    count: number;
                }[];
            }[];
        };
        Problem: {
            /** @description Where the code is explained. */
            type: string;
            /** @description In the language of Accept-Language, else in English. */
            title: string;
            status: number;
            /** @enum {string} */
            code: "bad-query" | "bad-cursor" | "bad-body" | "bad-header" | "unauthorized" | "cross-origin" | "not-found" | "method-not-allowed" | "worse-text" | "base-exists" | "job-ended" | "revision-stale" | "too-large" | "unsupported-type" | "unreadable-file" | "no-concepts" | "symbol-missing" | "symbol-wrong" | "symbols-differ" | "unknown-document" | "nothing-to-export" | "key-reused" | "revision-required" | "too-many-requests" | "internal" | "store-unavailable";
            detail?: string;
            /** @description Parameters or parts of the body that do not fit. */
            errors?: {
                name: string;
                message: string;
            }[];
            /** @description With revision-stale: what somebody else has settled meanwhile. */
            theirs?: (components["schemas"]["Decision"] | components["schemas"]["Confirmation"]) | null;
        };
        NewDecision: {
            /** @enum {string} */
            verdict: "error" | "accepted" | "ignored";
            /** @default null */
            reason?: string | null;
            /** @default null */
            by?: string | null;
            /**
             * @description The document in which it was settled.
             * @default null
             */
            document?: string | null;
            /** @default [] */
            others?: {
                /** @enum {string} */
                scope: "finding" | "text" | "everywhere";
                key: string;
                /** @description Of the last entry, 0 where there was never one; the number in the ETag. */
                revision: number;
            }[];
        };
        NewConfirmation: {
            /** @default null */
            by?: string | null;
        };
        NewJob: {
            /** @constant */
            kind: "align-corpus";
            /** @default {} */
            input?: {
                languages?: string[];
            };
        } | {
            /** @constant */
            kind: "align-resolution";
            input: {
                slug: string;
                languages: string[];
                pivot?: string;
            };
        };
        ImportForm: {
            /** Format: binary */
            file: string;
            symbol?: string;
            language?: string;
            /** @enum {string} */
            status?: "official" | "unofficial";
            /** @enum {string} */
            force?: "true" | "false";
        };
        FileForm: {
            /** Format: binary */
            file: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getIndex: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Index"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description A symbol or how it begins, in any case. */
                symbol?: string;
                /** @description A BCP 47 code. */
                language?: string;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Document"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importDocument: {
        parameters: {
            query?: {
                /** @description Where the text does not say it, or says another. */
                symbol?: string;
                /** @description Told from the text unless given. */
                language?: string;
                status?: "official" | "unofficial";
                /** @description Let it take the place of a text of better status. */
                force?: boolean;
                /** @description The file’s name. */
                name?: string;
            };
            header?: {
                /** @description A name of the caller’s for this request, 1 to 200 visible characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description bad-query, bad-body, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description worse-text */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused, unreadable-file, symbol-missing, symbol-wrong, symbols-differ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExportFormat"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            query: {
                /** @description Versions in the order of the columns. */
                languages: ("ar" | "zh" | "en" | "fr" | "ru" | "es")[];
                /** @description Kinds of finding; all unless given. */
                codes?: ("number" | "date" | "symbol" | "opening-verb" | "footnote" | "gap" | "term-missing" | "term-added" | "term-variant" | "term-deprecated" | "term-order" | "term-inconsistent" | "name" | "country-name" | "negation" | "obligation" | "list-length" | "quotation" | "brackets" | "untranslated" | "omission" | "length")[];
                /** @description Leaves out findings that were accepted or ignored. */
                open?: boolean;
                /** @description Only rows that a person has confirmed. */
                confirmed?: boolean;
                /** @description What a row is; sentences stay inside the rows of their paragraphs. Not akn. */
                unit?: "paragraph" | "sentence";
                /** @description docx: the versions side by side, or one below the other. */
                layout?: "columns" | "stacked";
                /** @description csv, tsv: whether the file begins with a byte order mark; it does unless given. */
                bom?: boolean;
                /** @description tmx, xliff, xliff2: italics and footnote marks as inline codes. */
                inline?: boolean;
                /** @description tmx: one file of all languages instead of one a pair. */
                multilingual?: boolean;
                /** @description tbx, tbx3: the whole term base instead of the terms of this text. */
                allTerms?: boolean;
                /** @description The language of headings and of the sentences of findings. */
                locale?: "ar" | "zh" | "en" | "fr" | "ru" | "es";
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                document: string;
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What the files do not hold although the table has it, as a structured list (RFC 9651), an item a loss and file: gaps;count=3;file="A-RES-76-299.fr-en.tmx", the name percent-encoded. Losses: control-characters and lone-surrogates (written as U+FFFD), gaps (rows that one version alone has), no-source (rows without a source text), footnote-marks, italics, long-texts (cut), formula-cells (guarded by an apostrophe), isolates (written as marks of direction). Absent where nothing is lost. HEAD tells it without the file. */
                    "Concordance-Losses"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing-to-export */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description A document’s slug. */
                document?: string;
                /** @description A symbol or how it begins, in any case. */
                symbol?: string;
                /** @description A BCP 47 code. */
                language?: string;
                status?: "official" | "unofficial" | "unknown";
                /** @description Also those whose place another text has taken. */
                superseded?: boolean;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VersionSummary"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersionFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlignments: {
        parameters: {
            query?: {
                /** @description A document’s slug. */
                document?: string;
                /** @description A symbol or how it begins, in any case. */
                symbol?: string;
                /** @description Only alignments with a version in this language. */
                language?: string;
                /** @description Also those whose place a later one has taken. */
                superseded?: boolean;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Alignment"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                alignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alignment"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRows: {
        parameters: {
            query?: {
                kind?: ("heading" | "title" | "enacting" | "preambular" | "operative" | "section" | "article" | "annex" | "table" | "footnote" | "closing" | "body")[];
                /** @description Only those that are confirmed, or only those that are not. */
                confirmed?: boolean;
                /** @description With the paragraphs, not only their addresses. */
                texts?: boolean;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                alignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Row"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                alignment: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                alignment: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmRow: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was seen, in quotation marks: "0" for none. */
                "If-Match": string;
            };
            path: {
                alignment: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConfirmation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description bad-body, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawConfirmation: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was seen, in quotation marks: "0" for none. */
                "If-Match": string;
            };
            path: {
                alignment: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: {
                alignment?: string;
                /** @description A document’s slug. */
                document?: string;
                /** @description A symbol or how it begins, in any case. */
                symbol?: string;
                /** @description Only findings with a place in this language. */
                language?: string;
                code?: ("number" | "date" | "symbol" | "opening-verb" | "footnote" | "gap" | "term-missing" | "term-added" | "term-variant" | "term-deprecated" | "term-order" | "term-inconsistent" | "name" | "country-name" | "negation" | "obligation" | "list-length" | "quotation" | "brackets" | "untranslated" | "omission" | "length")[];
                severity?: ("error" | "warning" | "info")[];
                /** @description True: what nobody has accepted or ignored; false: what somebody has. */
                open?: boolean;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                finding: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                scope?: "finding" | "text" | "everywhere";
                verdict?: "error" | "accepted" | "ignored";
                /** @description A document’s slug. */
                document?: string;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Decision"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                scope: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionWithHistory"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was seen, in quotation marks: "0" for none. */
                "If-Match": string;
            };
            path: {
                scope: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionWithHistory"];
                };
            };
            /** @description bad-body, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-document */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was seen, in quotation marks: "0" for none. */
                "If-Match": string;
            };
            path: {
                scope: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionWithHistory"];
                };
            };
            /** @description bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleFromWorkbook: {
        parameters: {
            query?: {
                apply?: boolean;
                /** @description Who does it. */
                by?: string;
            };
            header?: {
                /** @description A name of the caller’s for this request, 1 to 200 visible characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkbookPlan"];
                };
            };
            /** @description bad-query, bad-body, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused, unreadable-file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTerms: {
        parameters: {
            query?: {
                /** @description Words of a wording, in any language. */
                q?: string;
                field?: string;
                /** @description Only concepts with a wording in this language. */
                language?: string;
                /** @description The name of a term base that people have brought, instead of the program’s. */
                base?: string;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Concept"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTerm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                term: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTermBases: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TermBaseSummary"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTermBase: {
        parameters: {
            query: {
                /** @description A term base’s name. */
                name: string;
                /** @description Who does it. */
                by?: string;
            };
            header?: {
                /** @description A name of the caller’s for this request, 1 to 200 visible characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedTermBase"];
                };
            };
            /** @description bad-query, bad-body, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description base-exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused, unreadable-file, no-concepts */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTermBase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                base: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermBase"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceTermBase: {
        parameters: {
            query?: {
                /** @description Who does it. */
                by?: string;
            };
            header: {
                /** @description The revision that was seen, in quotation marks: "0" for none. */
                "If-Match": string;
            };
            path: {
                base: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedTermBase"];
                };
            };
            /** @description bad-query, bad-body, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description base-exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unreadable-file, no-concepts */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTermBase: {
        parameters: {
            query?: {
                /** @description Who does it. */
                by?: string;
            };
            header: {
                /** @description The revision that was seen, in quotation marks: "0" for none. */
                "If-Match": string;
            };
            path: {
                base: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermBase"];
                };
            };
            /** @description bad-query, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description revision-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTermBaseFile: {
        parameters: {
            query?: {
                format?: "tbx" | "csv" | "xlsx";
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                base: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing-to-export */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                state?: ("queued" | "running" | "done" | "failed" | "cancelled")[];
                kind?: string;
                /** @description The parts of this job. */
                parent?: string;
                /** @description Items of a page at most. */
                limit?: number;
                /** @description The next of the page before. Opaque; holds however much is added meanwhile. */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The next page, rel="next", where there is one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        /** @description The cursor of the next page; null on the last. Also as Link, rel="next". */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-query, bad-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of the caller’s for this request, 1 to 200 visible characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewJob"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description bad-body, bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused, unknown-document */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the answer that is at hand. */
                "If-None-Match"?: string;
            };
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Nothing changed since If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of the caller’s for this request, 1 to 200 visible characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description bad-header */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cross-origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description job-ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description store-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
