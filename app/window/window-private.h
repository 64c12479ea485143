/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/window.h"

#include "window/frame.h"
#include "window/practice-child.h"

G_BEGIN_DECLS

/* What the files of the window share. */
struct _OvsWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *layers;             /* the start page or the frame, and above it where a file may be dropped */
  GtkWidget *start;
  OvsFrame *frame;               /* (unowned) (nullable) the content once a dossier is open */
  OvsPracticeChild *practice;    /* (owned) (nullable) */
  char *practice_folder;         /* (nullable) where the window keeps its own one */
  gboolean practice_lost;        /* it stopped, or does not answer */
  gboolean practice_sought;      /* nobody need look for one that somebody else started */
  char *moving;                  /* (nullable) the notice while its time moves forward */
  char *trouble;                 /* (nullable) the notice while trouble is on order there */
  char *path;                    /* (nullable) of the dossier that is open or being opened */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  gboolean closing;              /* the user said so */
  gboolean closed;               /* it is gone from the screen; what was still waited for is dropped */
  char *news;                    /* (owned) (nullable) what to tell once Loket is read back */
  char *opened_news;             /* (owned) (nullable) what to tell once the dossier is open again */
  guint follow_source;           /* until Loket is read back by itself */
  guint follow_minutes;          /* how long that is waited for */
  gboolean following;            /* it is being read */
  gboolean read_back;            /* the figures that come now are those after a reading */
  gint64 stranded;               /* people without any portal when last looked, -1 before */
  gint64 both_portals;           /* people with both, likewise */
};

/** Shows an opened dossier in place of the start page. @locked: (nullable): why it is opened to read only. */
void ovs_window_show_dossier     (OvsWindow *self, OvsDossier *dossier, const char *locked);

/** The start page shows that something is being made (@text), or, with NULL, its choices again. */
void ovs_window_set_waiting      (OvsWindow *self, const char *text);

/** Opens the dossier of the window, which was closed, again. */
void ovs_window_reopen           (OvsWindow *self);

/** Reads Loket back now and then by itself, and tells what is alarming or news, until ovs_window_follow_stop(). */
void ovs_window_follow           (OvsWindow *self, OvsWorkspace *workspace);
void ovs_window_follow_stop      (OvsWindow *self);

/** Tells in a dialog what failed. */
void ovs_window_tell_error       (OvsWindow *self, const char *sentence);

/** Each file installs its own actions. */
void ovs_window_install_actions  (GtkWidgetClass *klass);
void ovs_window_install_opening  (GtkWidgetClass *klass);
void ovs_window_install_care     (GtkWidgetClass *klass);
void ovs_window_install_practice (GtkWidgetClass *klass);
void ovs_window_install_practice_there   (GtkWidgetClass *klass);
void ovs_window_install_practice_time    (GtkWidgetClass *klass);
void ovs_window_install_practice_people  (GtkWidgetClass *klass);
void ovs_window_install_practice_trouble (GtkWidgetClass *klass);

/** Reads Loket back, and then tells @news (nullable), such as what was done in the practice Loket. */
void ovs_window_read_back        (OvsWindow *self, const char *news);

/** Takes the notice of trouble away when all of what was ordered has come. */
void ovs_window_review_trouble   (OvsWindow *self);

/** Shows the menu for practising, where there is a practice Loket, and the notice of what is the matter with it. */
void ovs_window_show_practice    (OvsWindow *self);

/** Finds the practice Loket that the dossier is bound to, where it is bound to one and the window has none of its own. */
void ovs_window_seek_practice    (OvsWindow *self, OvsWorkspace *workspace);

/** Moves the time of the practice Loket from the day @from to @to, and tells what happened there meanwhile. */
void ovs_window_leap             (OvsWindow *self, OvsDay from, OvsDay to);

/** Ends the practice Loket and removes its folder. */
void ovs_window_end_practice     (OvsWindow *self);

/** Takes files that are dropped anywhere on the window. */
void ovs_window_accept_drops     (OvsWindow *self);

G_END_DECLS
