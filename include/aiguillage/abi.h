#ifndef AIGUILLAGE_ABI_H
#define AIGUILLAGE_ABI_H

/** @file
 * The C interface of aiguillage, for C11 and whatever calls C: UTF-8 text in, JSON text out.
 *
 * An engine is made once, of folders or of texts in memory, and never changes: any number of threads may ask it at once.
 * No function keeps what it is given, writes, sends or logs anything, or lets an exception out. Every function says how it
 * went by an aig_status; aig_status_text says it in words.
 *
 * A wrong call gives a status and touches nothing: a null pointer where none may be, an engine or a text that was freed
 * already or never given out, a name that is no UTF-8, a size over the limits below. What cannot be detected: a pointer to
 * memory that is not there, a size greater than the memory behind it, and a text freed twice when its address was given out
 * again in between. Engine handles are never given out twice.
 */

/* NOLINTBEGIN: C, not C++ */
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Of this header: major * 10000 + minor * 100 + patch. Programs go on with libraries of the same major and minor number. */
#define AIG_VERSION 100

/** Before each function of the library: it is shown to those who link. */
#if defined(__GNUC__)
#define AIG_API __attribute__((visibility("default")))
#else
#define AIG_API
#endif

/** @{ */
/** Limits; one more is AIG_TOO_LARGE. */
#define AIG_MOST_REQUEST_BYTES ((size_t)1 << 20)
#define AIG_MOST_NAME_BYTES ((size_t)4096) /**< of a verb, a path or the name of a file */
#define AIG_MOST_FOLDERS ((size_t)1000)
#define AIG_MOST_FILES ((size_t)100000)
#define AIG_MOST_FILE_BYTES ((size_t)1 << 29) /**< of one file, and of all files together */
/** @} */

/** The first four are the exit statuses of the command line. */
typedef enum aig_status {
  AIG_OK = 0,
  AIG_FINDINGS = 1,   /**< answered; something is left to look at: a need that nobody can meet, a warning */
  AIG_WRONG_CALL = 2, /**< no such verb, option, need or actor; the text is diagnostics */
  AIG_INVALID_INPUT = 3, /**< the request or the files cannot be read; the text is diagnostics */
  AIG_OUT_OF_MEMORY = 4, /**< if some hundred bytes are left: without, the JSON library ends the program */
  AIG_INTERNAL = 5,      /**< a fault of the library */
  AIG_NULL = 6,          /**< a null pointer where none may be */
  AIG_BAD_ENGINE = 7,
  AIG_BAD_TEXT = 8,
  AIG_TOO_LARGE = 9,
  AIG_NOT_UTF8 = 10 /**< a name; a request that is not is AIG_INVALID_INPUT, which says where */
} aig_status;

/** Rules and territories. A handle: no pointer to memory. */
typedef struct aig_engine aig_engine;

/** A file in memory. */
typedef struct aig_file {
  const char* name;  /**< folder and path inside it, with slashes: "france/needs/rent_arrears.yaml" */
  const char* bytes; /**< may be null when size is 0 */
  size_t size;
} aig_file;

/** The version of the library, as AIG_VERSION is made. */
AIG_API unsigned aig_version(void);

/** A status in words, in French or, for "en", in English: never null, not to be freed. */
AIG_API const char* aig_status_text(int status, const char* language);

/** Makes an engine of `count` folders: those with pack.yaml are packs, the first one that the others extend; those with
 * territory.yaml are territories, called by their id. AIG_OK: `*engine` is to be freed by aig_engine_free. Else it is null.
 * `findings`, which may be null, receives diagnostics as JSON when there are any, in French or, for "en", in English, else null; to be
 * freed by aig_free. */
AIG_API aig_status aig_engine_from_folders(const char* const* folders, size_t count, const char* language,
                                           aig_engine** engine, char** findings);

/** The same of `count` files in memory, in any order but for packs: the first folder named is the first. The results are
 * those of the same files on disk. A folder whose only file is territory.snapshot is a territory too. */
AIG_API aig_status aig_engine_from_files(const aig_file* files, size_t count, const char* language,
                                         aig_engine** engine, char** findings);

/** Frees an engine; requests that are being answered meanwhile end well. Null is AIG_OK. */
AIG_API aig_status aig_engine_free(aig_engine* engine);

/** Answers one request of `size` bytes, YAML or JSON; the verbs, their options and what they give stand in engine.h. For
 * AIG_OK to AIG_INVALID_INPUT `*json` is the answer, ended by a zero that `*json_size` (which may be null) does not count, to
 * be freed by aig_free; else it is null. */
AIG_API aig_status aig_answer(const aig_engine* engine, const char* verb, const char* request, size_t size,
                              char** json, size_t* json_size);

/** Frees a text that was given out. Null is AIG_OK; a text that is not out is AIG_BAD_TEXT. */
AIG_API aig_status aig_free(char* text);

#ifdef __cplusplus
}
#endif

/* NOLINTEND */
#endif
