-- One round in neovim 0.7 or later: open, diagnostics, hover, quick fix, diagnostics again. What was seen is written
-- as JSON to $KLPLS_RESULT; EditorsTest judges it.
--   $KLPLS_SERVER  the klpls program       $KLPLS_AT      a text in the file: hover and fix happen there
--   $KLPLS_FILE    the C file to open      $KLPLS_FIX     a part of the title of the quick fix to choose
--   $KLPLS_KERNEL  the setting klpls.kernel

local PATIENCE = 60000 -- ms; only a broken run takes that long

local function wait_for(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function diagnostics()
  local seen = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local lsp = (each.user_data or {}).lsp or {}
    table.insert(seen, {
      line = each.lnum,
      character = each.col,
      code = each.code or lsp.code,
      severity = each.severity,
      source = each.source,
      message = each.message,
    })
  end
  return seen
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function floating_window()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

local function hover()
  vim.lsp.buf.hover()
  wait_for('a hover', floating_window)
  local window = floating_window()
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

local function apply_fix(titles)
  local fix
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      local title = item[2].title
      table.insert(titles, title)
      if not fix and title:find(vim.env.KLPLS_FIX, 1, true) then
        fix = item
      end
    end
    choose(fix, 1)
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait_for('the quick fix to change the text; offered: ' .. vim.inspect(titles), function()
    return text() ~= before
  end)
end

local function round()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.KLPLS_FILE))
  vim.bo.filetype = 'c'
  local client = vim.lsp.start_client({
    name = 'klpls',
    cmd = { vim.env.KLPLS_SERVER, 'lsp' },
    root_dir = vim.fn.fnamemodify(vim.env.KLPLS_FILE, ':h'),
    init_options = { kernel = vim.env.KLPLS_KERNEL },
  })
  vim.lsp.buf_attach_client(0, client)

  local seen = { titles = {} }
  wait_for('diagnostics', function() return #diagnostics() > 0 end)
  seen.before = diagnostics()

  local pattern = '\\V' .. vim.fn.escape(vim.env.KLPLS_AT, '\\')
  assert(vim.fn.search(pattern, 'cw') > 0, 'not in the file: ' .. vim.env.KLPLS_AT)
  local place = vim.fn.line('.') - 1
  local function finding() return vim.tbl_filter(function(each) return each.line == place end, diagnostics())[1] end
  local code = assert(finding(), 'no diagnostic at ' .. vim.env.KLPLS_AT).code
  seen.hover = hover()
  apply_fix(seen.titles)
  seen.text = text()
  wait_for('the finding to go', function() return (finding() or {}).code ~= code end)
  seen.after = diagnostics()

  vim.lsp.stop_client(client)
  wait_for('the server to end', function() return vim.lsp.client_is_stopped(client) end)
  return seen
end

local ran, result = xpcall(round, debug.traceback)
vim.fn.writefile({ vim.fn.json_encode(ran and result or { failure = result }) }, vim.env.KLPLS_RESULT)
vim.cmd('qall!')
