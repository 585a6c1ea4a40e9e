// SPDX-License-Identifier: Apache-2.0
/*
 * The only program of the machine that RealKernel.java boots: does the jobs it is handed, one after the other, and
 * tells what the kernel did. Built with: gcc -static -O2 -o init init.c
 *
 * Jobs and results lie in memory shared with the host: an nvdimm at the address where QEMU puts the first one, mapped
 * through /dev/mem. That takes no driver, is binary-safe, and what was told before a crash is not lost.
 * A crash ends the machine (oops=panic, panic=-1, -no-reboot); the last result then shows how far the job got.
 *
 * The machine is booted once and saved while this program waits to be let go; each run goes on from there.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Known to SharedMemory.java too. All numbers are little-endian, as this machine's are. */
struct shared {
	uint64_t jobs_offset;
	uint64_t jobs_size;
	uint64_t results_offset;
	uint64_t results_room;
	volatile uint64_t results_size;	/* grows only by whole records */
	volatile uint64_t finished;
	volatile uint64_t ready;	/* set by us: booted, waiting */
	volatile uint64_t go;		/* set by the host: the jobs are there */
};

/* A job or a result; its bytes follow, padded to a multiple of eight. */
struct record {
	uint32_t kind;
	uint32_t size;
};

enum job {
	LOAD = 1,		/* a module: load, disable if it is a livepatch, unload */
	LOAD_AND_KEEP = 2,	/* a module: load */
	UNLOAD = 3,		/* a module's name */
	READ = 4,		/* a file's path */
	PROBE = 5,		/* paths, a line each, to be read after each load and unload from now on */
	READ_FOLDER = 6,	/* a folder's path */
	READ_MEMORY = 7,	/* pairs of kernel address and length */
	READ_SECTIONS = 8,	/* a module's name, and then its sections: lines of SIZE NAME */
};

enum result {
	BEGUN = 1,		/* the job, by index */
	LOADED = 2,		/* errno of finit_module() */
	TRANSITION = 3,		/* 0: complete, 1: still going on when we gave up waiting */
	DISABLED = 4,		/* errno of writing 0 to "enabled" */
	UNLOADED = 5,		/* errno of delete_module() */
	MESSAGES = 6,		/* what the kernel has logged since the last result of this kind */
	CONTENT = 7,		/* the file; the folder's files as NAME=CONTENT; the memory, one range after the other;
				 * for each section that is there: line number (from 0), address, size, and its memory */
	ENDED = 8,
	PROBED = 9,		/* a file that PROBE named */
};

#define SHARED_ADDRESS 0x100000000	/* SharedMemory.java knows the size */
#define SHARED_SIZE (128ul << 20)
#define MODULE_FILE "/tmp/module.ko"
#define PATIENCE_MS 20000

static struct shared *shared;

static void tell(enum result kind, const void *bytes, uint32_t size)
{
	struct record *record = (void *)((char *)shared + shared->results_offset + shared->results_size);
	uint64_t whole = sizeof(*record) + ((size + 7ull) & ~7ull);

	if (shared->results_size + whole > shared->results_room)
		return;	/* the host misses the end of this job and says so */
	record->kind = kind;
	record->size = size;
	memcpy(record + 1, bytes, size);
	__sync_synchronize();
	shared->results_size += whole;
}

static void tell_number(enum result kind, uint32_t number)
{
	tell(kind, &number, sizeof(number));
}

/* The whole file, with a 0 after it; NULL if there is none. */
static char *content(const char *path, size_t *size)
{
	size_t room = 1 << 16;
	char *bytes;
	ssize_t n;
	int fd = open(path, O_RDONLY);

	if (fd < 0)
		return NULL;
	*size = 0;
	bytes = malloc(room);
	while ((n = read(fd, bytes + *size, room - *size - 1)) > 0) {
		*size += n;
		if (*size == room - 1)
			bytes = realloc(bytes, room *= 2);
	}
	bytes[*size] = 0;
	close(fd);
	return bytes;
}

static int write_file(const char *path, int flags, const void *bytes, size_t size)
{
	const char *next = bytes;
	int fd = open(path, O_WRONLY | flags, 0600);
	int error = fd < 0 ? errno : 0;

	while (!error && size > 0) {
		ssize_t n = write(fd, next, size);

		if (n < 0)
			error = errno;
		else
			next += n, size -= n;
	}
	if (fd >= 0)
		close(fd);
	return error;
}

#define LAST_MESSAGE "klpls: all before this is told"

/* A message that did not fit its record is only to be read once there is another one behind it. */
static void end_messages(void)
{
	int fd = open("/dev/kmsg", O_WRONLY);

	if (fd < 0)
		return;
	if (write(fd, "<7>" LAST_MESSAGE "\n", sizeof("<7>" LAST_MESSAGE)) < 0)
		perror("/dev/kmsg");
	close(fd);
}

/*
 * Each record of /dev/kmsg is "level,sequence,time,flags;text\n" and then lines of keys that start with a blank.
 * Told as "<level>text\n", as the kernel's own console would.
 */
static void tell_messages(void)
{
	static int fd = -1;
	static char text[1 << 20];
	char record[8192];
	size_t size = 0;
	ssize_t n;

	if (fd < 0)
		fd = open("/dev/kmsg", O_RDONLY | O_NONBLOCK);
	end_messages();
	while ((n = read(fd, record, sizeof(record) - 1)) > 0 || (n < 0 && errno == EPIPE)) {
		char *start, *end;

		if (n < 0)
			continue;	/* overrun: the next read goes on with the oldest record left */
		record[n] = 0;
		start = strchr(record, ';');
		end = start ? strchr(start, '\n') : NULL;
		if (end && !strncmp(start + 1, LAST_MESSAGE, strlen(LAST_MESSAGE)))
			continue;
		if (end && size + (end - start) + 4 < sizeof(text)) {
			size += sprintf(text + size, "<%d>", atoi(record) & 7);
			memcpy(text + size, start + 1, end - start);
			size += end - start;
		}
	}
	tell(MESSAGES, text, size);
}

static void pause_ms(long ms)
{
	struct timespec time = { .tv_nsec = ms * 1000000 };

	nanosleep(&time, NULL);
}

/* Where sysfs has a livepatch's file: it writes '/' in a name as '!'. */
static void sysfs_path(char path[256], const char *name, const char *file)
{
	char *start = path + sprintf(path, "/sys/kernel/livepatch/");

	snprintf(start, 128, "%s", name);
	for (char *at = start; (at = strchr(at, '/')); )
		*at = '!';
	sprintf(start + strlen(start), "/%s", file);
}

static int transition_of(const char *name)
{
	char path[256];
	size_t size;
	char *text;
	int going_on;

	sysfs_path(path, name, "transition");
	text = content(path, &size);
	if (!text)
		return -1;
	going_on = atoi(text);
	free(text);
	return going_on;
}

/* -1: no such livepatch (any more); 0: transition complete; 1: it goes on after all the waiting */
static int wait_while(const char *name, int state)
{
	for (int waited = 0; transition_of(name) == state && waited < PATIENCE_MS; waited += 5)
		pause_ms(5);
	return transition_of(name);
}

static char *probes = "";

static void tell_probes(void)
{
	for (char *path = probes; *path; path += strlen(path) + 1) {
		size_t size;
		char *file = content(path, &size);

		tell(PROBED, file ? file : "", file ? size : 0);
		free(file);
	}
}

static void set_probes(const char *paths, size_t size)
{
	probes = calloc(1, size + 2);
	memcpy(probes, paths, size);
	for (char *end = probes; (end = strchr(end, '\n')); end++)
		*end = 0;
}

static void tell_folder(const char *folder)
{
	static char text[1 << 20];
	size_t size = 0;
	DIR *list = opendir(folder);
	struct dirent *entry;

	while (list && (entry = readdir(list))) {
		char path[600];
		size_t length;
		char *file;

		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		file = entry->d_type == DT_REG ? content(path, &length) : NULL;
		if (file && size + strlen(entry->d_name) + length + 2 < sizeof(text))
			size += sprintf(text + size, "%s=%s", entry->d_name, file);
		free(file);
	}
	if (list)
		closedir(list);
	tell(CONTENT, text, size);
}

/* What lies outside the segments of /proc/kcore reads as zeros. */
static void read_memory(uint64_t at, uint64_t length, char *bytes)
{
	int fd = open("/proc/kcore", O_RDONLY);
	Elf64_Ehdr header = { 0 };
	Elf64_Phdr segment;

	pread(fd, &header, sizeof(header), 0);
	for (int s = 0; s < header.e_phnum; s++) {
		pread(fd, &segment, sizeof(segment), header.e_phoff + s * sizeof(segment));
		if (at - segment.p_vaddr < segment.p_memsz)
			pread(fd, bytes, length, segment.p_offset + (at - segment.p_vaddr));
	}
	close(fd);
}

static void tell_memory(const uint64_t *ranges, size_t count)
{
	size_t size = 0, told = 0;
	char *bytes;

	for (size_t i = 0; i < count; i++)
		size += ranges[2 * i + 1];
	bytes = calloc(1, size + 1);
	for (size_t i = 0; i < count; told += ranges[2 * i++ + 1])
		read_memory(ranges[2 * i], ranges[2 * i + 1], bytes + told);
	tell(CONTENT, bytes, size);
	free(bytes);
}

static void tell_sections(const char *lines, size_t size)
{
	char *text = strndup(lines, size), *rest = NULL, *bytes = NULL;
	const char *module = strtok_r(text, "\n", &rest);
	size_t told = 0;
	char *line;

	for (uint64_t number = 0; (line = strtok_r(NULL, "\n", &rest)); number++) {
		char path[512], *name;
		uint64_t length = strtoull(line, &name, 10), address;
		char *file;

		snprintf(path, sizeof(path), "/sys/module/%s/sections/%s", module, name + 1);
		file = content(path, &(size_t){ 0 });
		if (!file)
			continue;
		address = strtoull(file, NULL, 16);
		free(file);
		bytes = realloc(bytes, told + 24 + length);
		memset(bytes + told, 0, 24 + length);
		memcpy(bytes + told, &number, 8);
		memcpy(bytes + told + 8, &address, 8);
		memcpy(bytes + told + 16, &length, 8);
		read_memory(address, length, bytes + told + 24);
		told += 24 + length;
	}
	tell(CONTENT, bytes, told);
	free(bytes);
	free(text);
}

static void unload(const char *name)
{
	char path[256];
	int error;

	sysfs_path(path, name, "enabled");
	if (!access(path, F_OK)) {
		tell_number(DISABLED, write_file(path, 0, "0", 1));
		wait_while(name, 1);
		wait_while(name, 0);
	}
	/* A disabled livepatch is let go of by a work item, a moment after its folder is gone. */
	for (int waited = 0; ; waited += 5) {
		error = syscall(SYS_delete_module, name, O_NONBLOCK) ? errno : 0;
		if ((error != EAGAIN && error != EWOULDBLOCK) || waited >= PATIENCE_MS)
			break;
		pause_ms(5);
	}
	tell_number(UNLOADED, error);
	tell_messages();
	tell_probes();
}

static void load(const void *module, size_t size, int keep)
{
	int fd, error, state;
	char *modules;

	error = write_file(MODULE_FILE, O_CREAT | O_TRUNC, module, size);
	fd = open(MODULE_FILE, O_RDONLY);
	if (!error)
		error = syscall(SYS_finit_module, fd, "", 0) ? errno : 0;
	close(fd);
	tell_number(LOADED, error);
	tell_messages();
	if (error) {
		tell_probes();
		return;
	}
	/* The newest module is the first line's first word. */
	modules = content("/proc/modules", &(size_t){ 0 });
	modules[strcspn(modules, " ")] = 0;
	state = wait_while(modules, 1);
	if (state >= 0)
		tell_number(TRANSITION, state);
	tell_messages();
	tell_probes();
	if (!keep)
		unload(modules);
	free(modules);
}

static void do_job(enum job kind, const char *bytes, size_t size)
{
	char word[256];
	char *file;

	snprintf(word, sizeof(word), "%.*s", (int)(size < 256 ? size : 255), bytes);
	switch (kind) {
	case LOAD:
	case LOAD_AND_KEEP:
		load(bytes, size, kind == LOAD_AND_KEEP);
		break;
	case UNLOAD:
		unload(word);
		break;
	case READ:
		file = content(word, &size);
		if (file)
			tell(CONTENT, file, size);
		free(file);
		break;
	case PROBE:
		set_probes(bytes, size);
		break;
	case READ_FOLDER:
		tell_folder(word);
		break;
	case READ_MEMORY:
		tell_memory((const void *)bytes, size / 16);
		break;
	case READ_SECTIONS:
		tell_sections(bytes, size);
		break;
	}
}

static struct shared *map_shared(void)
{
	int fd = open("/dev/mem", O_RDWR);
	void *memory = mmap(NULL, SHARED_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, SHARED_ADDRESS);

	return memory == MAP_FAILED ? NULL : memory;
}

static void mount_at(const char *type, const char *folder)
{
	mkdir(folder, 0755);
	mount(type, folder, type, 0, "");
}

static void do_all_jobs(void)
{
	const char *next = (char *)shared + shared->jobs_offset;
	const char *end = next + shared->jobs_size;

	for (uint32_t index = 0; next + sizeof(struct record) <= end; index++) {
		const struct record *job = (const void *)next;

		tell_number(BEGUN, index);
		do_job(job->kind, (const char *)(job + 1), job->size);
		tell_messages();
		tell(ENDED, "", 0);
		next += sizeof(*job) + ((job->size + 7ull) & ~7ull);
	}
}

int main(void)
{
	mount_at("devtmpfs", "/dev");
	mount_at("proc", "/proc");
	mount_at("sysfs", "/sys");
	mount_at("tracefs", "/sys/kernel/tracing");
	mount_at("tmpfs", "/tmp");
	write_file("/proc/sys/kernel/kptr_restrict", 0, "0", 1);
	shared = map_shared();
	if (shared) {
		shared->ready = 1;
		while (!shared->go)
			pause_ms(1);
		tell_messages();
		do_all_jobs();
		shared->finished = 1;
	}
	reboot(RB_POWER_OFF);
	return 1;
}
