/* Who to see, and for what, as JSON: hello PACK SITUATION [TERRITORY]; without a territory, a neutral one. */
#include <stdio.h>
#include <string.h>

#include "aiguillage/abi.h"

int main(int count, char** arguments) {
  static char request[100000];
  if (count < 3) return 2;
  FILE* file = fopen(arguments[2], "rb");
  if (file == NULL) return 3;
  size_t size = fread(request, 1, sizeof request - 500, file);
  fclose(file);

  const char* folders[] = {arguments[1], count > 3 ? arguments[3] : NULL};
  const char* slash = count > 3 ? strrchr(arguments[3], '/') : NULL;
  const char* territory = slash != NULL ? slash + 1 : arguments[count > 3 ? 3 : 0];
  if (count > 3)
    size += (size_t)snprintf(request + size, 500, "\noptions: {territory: %.400s, plans: 1}\n", territory);

  aig_engine* engine = NULL;
  char* answer = NULL;
  aig_status status = aig_engine_from_folders(folders, count > 3 ? 2 : 1, "en", &engine, &answer);
  if (status == AIG_OK) {
    aig_free(answer); /* warnings about the files */
    status = aig_answer(engine, "route", request, size, &answer, NULL);
  }
  if (answer != NULL) fputs(answer, stdout);
  if (status != AIG_OK) fprintf(stderr, "%s\n", aig_status_text((int)status, "en"));
  aig_free(answer);
  aig_engine_free(engine);
  return status > AIG_INVALID_INPUT ? 3 : (int)status;
}
