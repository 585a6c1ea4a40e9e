;;; One round in Emacs with eglot 1.9 or later  -*- lexical-binding: t -*-
;; Open, diagnostics, hover, quick fix, diagnostics again. What was seen is written as JSON to
;; $KLPLS_RESULT; EditorsTest judges it.
;;   $KLPLS_SERVER  the klpls program       $KLPLS_AT      a text in the file: hover and fix happen there
;;   $KLPLS_FILE    the C file to open      $KLPLS_FIX     a part of the title of the quick fix to choose
;;   $KLPLS_KERNEL  the setting klpls.kernel

(require 'cl-lib)
(require 'eglot)
(require 'json)

(defconst klpls-patience 60 "Seconds; only a broken run takes that long.")

(defun klpls-wait-for (what condition)
  (let ((deadline (+ (float-time) klpls-patience)))
    (while (not (funcall condition))
      (when (> (float-time) deadline) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun klpls-diagnostics ()
  (vconcat
   (mapcar (lambda (each)
             (let* ((lsp (cdr (assoc 'eglot-lsp-diag (eglot--diag-data each))))
                    (start (plist-get (plist-get lsp :range) :start)))
               `((line . ,(plist-get start :line))
                 (character . ,(plist-get start :character))
                 (code . ,(plist-get lsp :code))
                 (severity . ,(plist-get lsp :severity))
                 (source . ,(plist-get lsp :source))
                 (message . ,(plist-get lsp :message)))))
           (flymake-diagnostics))))

(defun klpls-code-at (line)
  "The code of the first diagnostic at LINE, which counts from 0."
  (alist-get 'code (cl-find line (klpls-diagnostics) :key (lambda (each) (alist-get 'line each)))))

(defun klpls-hover ()
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (or text "nothing"))))
    (klpls-wait-for "a hover" (lambda () shown))
    (substring-no-properties shown)))

(defun klpls-apply-fix ()
  "Choose the fix as a user does, and return the titles that were offered."
  (let ((last-nonmenu-event ?\r)
        (before (buffer-string))
        titles)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq titles (mapcar #'car items))
                 (cl-find-if (lambda (title) (string-search (getenv "KLPLS_FIX") title)) titles))))
      (eglot-code-actions (point) nil nil t))
    (klpls-wait-for (format "the quick fix to change the text; offered: %S" titles)
                    (lambda () (not (equal before (buffer-string)))))
    (vconcat titles)))

(defun klpls-round ()
  (find-file (getenv "KLPLS_FILE"))
  (let ((eglot-sync-connect t)
        (eglot-server-programs
         `((c-mode . (,(getenv "KLPLS_SERVER") "lsp" :initializationOptions (:kernel ,(getenv "KLPLS_KERNEL")))))))
    (apply #'eglot (eglot--guess-contact)))
  (flymake-mode 1)
  (flymake-start)
  (let (before hover titles text after place code)
    (klpls-wait-for "diagnostics" (lambda () (flymake-diagnostics)))
    (setq before (klpls-diagnostics))
    (goto-char (point-min))
    (search-forward (getenv "KLPLS_AT"))
    (goto-char (match-beginning 0))
    (setq place (1- (line-number-at-pos)))
    (setq code (klpls-code-at place))
    (unless code (error "No diagnostic at %s" (getenv "KLPLS_AT")))
    (setq hover (klpls-hover))
    (setq titles (klpls-apply-fix))
    (setq text (buffer-substring-no-properties (point-min) (point-max)))
    (eglot--signal-textDocument/didChange)
    (klpls-wait-for "the finding to go" (lambda () (not (equal code (klpls-code-at place)))))
    (setq after (klpls-diagnostics))
    (eglot-shutdown (eglot-current-server))
    `((before . ,before) (hover . ,hover) (titles . ,titles) (text . ,text) (after . ,after))))

(let ((seen (condition-case failure
                (klpls-round)
              (error `((failure . ,(error-message-string failure)))))))
  (with-temp-file (getenv "KLPLS_RESULT")
    (insert (json-encode seen))))
(set-buffer-modified-p nil)
(kill-emacs 0)
